import { getRequestListener } from '@hono/node-server'
import type { Plugin } from 'vite'
import { openClasses } from '../class/server/open-classes.ts'
import { openPacks, packFolders } from '../packs/open-packs.ts'

/**
 * Vite plugin: while developing, the pages come from Astro's own server, and it answers for classes too. In production the site's
 * server does (start-site.ts).
 */
export function classesInDev(site: string): Plugin {
  return {
    name: 'classes-in-dev',
    apply: 'serve',
    async configureServer(server) {
      const packs = (await openPacks(packFolders(process.env.DOORSTEP_PACKS))).map(({ pack }) => pack)
      const { app, close } = await openClasses({ folder: ':memory:', packs, site: () => site })
      server.middlewares.use('/class-api', (request, response) => {
        void getRequestListener(app.fetch)(request, response)
      })
      server.httpServer?.once('close', () => void close())
    },
  }
}
