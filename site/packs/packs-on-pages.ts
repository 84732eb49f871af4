import type { AstroIntegration } from 'astro'
import { openPacks, packFolders } from './open-packs.ts'
import { packModules } from './pack-modules.ts'

/** Astro integration: the pages show the bundled packs, and those of the folders that `DOORSTEP_PACKS` names. */
export function packsOnPages(): AstroIntegration {
  return {
    name: 'packs-on-pages',
    hooks: {
      'astro:config:setup': async ({ command, updateConfig }) => {
        const packs = await openPacks(packFolders(process.env.DOORSTEP_PACKS))
        updateConfig({
          vite: { plugins: [packModules(packs, command === 'build' ? 'build' : 'dev')] },
        })
      },
    },
  }
}
