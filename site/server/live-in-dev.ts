import type { Plugin } from 'vite'
import type { Live } from './describe-live.ts'

/**
 * Vite plugin: while developing, the pages come from Astro's own server, and this tells them where the live parties are. In
 * production the site's server does (start-site.ts).
 */
export function liveInDev(live: Live): Plugin {
  return {
    name: 'live-in-dev',
    configureServer(server) {
      server.middlewares.use('/live.json', (_request, response) => {
        response.setHeader('content-type', 'application/json')
        response.end(JSON.stringify(live))
      })
    },
  }
}
