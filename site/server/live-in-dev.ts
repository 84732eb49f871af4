import type { Plugin } from 'vite'

/**
 * Vite plugin: while developing, the pages come from Astro's own server, and this tells them where the live parties are. In
 * production the site's server does (start-site.ts).
 */
export function liveInDev({ tenantPort, flows }: { tenantPort: number; flows: string[] }): Plugin {
  return {
    name: 'live-in-dev',
    configureServer(server) {
      server.middlewares.use('/live.json', (_request, response) => {
        response.setHeader('content-type', 'application/json')
        response.end(JSON.stringify({ tenant: `http://localhost:${tenantPort}`, flows }))
      })
    },
  }
}
