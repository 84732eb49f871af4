import type { AstroIntegration } from 'astro'
import { PackError } from '../../machines/model/pack.ts'
import { openPacks, packFolders } from './open-packs.ts'
import { packModules } from './pack-modules.ts'

/** Astro integration: the pages show the bundled packs, and those of the folders that `DOORSTEP_PACKS` names. */
export function packsOnPages(): AstroIntegration {
  return {
    name: 'packs-on-pages',
    hooks: {
      'astro:config:setup': async ({ command, updateConfig }) => {
        const packs = await openPacks(packFolders(process.env.DOORSTEP_PACKS)).catch((error: unknown) => {
          if (!(error instanceof PackError)) throw error
          // The reader has written the pack, not Doorstep: our stack says nothing to them.
          throw Object.assign(new Error(error.message), { stack: '' })
        })
        updateConfig({
          vite: { plugins: [packModules(packs, command === 'build' ? 'build' : 'dev')] },
        })
      },
    },
  }
}
