import type { AstroIntegration } from 'astro'
import { openPacks, packFolders } from '../packs/open-packs.ts'
import { bundleParts } from './bundle.ts'
import { scriptOfPack } from './script-of-pack.ts'

const name = 'virtual:doorstep-export'

/**
 * Astro integration: the pages find what exported files are made of as a module, `virtual:doorstep-export` (virtual.d.ts).
 * Node makes it, as the command does, so that both write the same file.
 */
export function exportOnPages(): AstroIntegration {
  return {
    name: 'export-on-pages',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [plugin] } })
      },
    },
  }
}

const plugin = {
  name: 'export',
  resolveId: (source: string) => (source === name ? `\0${name}` : undefined),
  async load(id: string) {
    if (id !== `\0${name}`) return undefined
    const packs = await openPacks(packFolders(process.env.DOORSTEP_PACKS))
    const scripts = await Promise.all(
      packs.map(async ({ pack, file }) => [pack.id, await scriptOfPack(file)]),
    )
    return [
      `export const parts = ${JSON.stringify(await bundleParts())}`,
      `export const packScripts = ${JSON.stringify(Object.fromEntries(scripts))}`,
    ].join('\n')
  },
}
