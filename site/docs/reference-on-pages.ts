import type { AstroIntegration } from 'astro'

const name = 'virtual:doorstep-reference'

/**
 * Astro integration: the pages find what the code says of itself as a module, `virtual:doorstep-reference` (virtual.d.ts). Node
 * reads it, not Vite: the checks are found by the files of their folder, which are not there in a bundle.
 */
export function referenceOnPages(): AstroIntegration {
  return {
    name: 'reference-on-pages',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [plugin] } })
      },
    },
  }
}

const plugin = {
  name: 'reference',
  resolveId: (source: string) => (source === name ? `\0${name}` : undefined),
  async load(id: string) {
    if (id !== `\0${name}`) return undefined
    // Loaded only for a page that shows it: it brings most of the repository along.
    const { readReference } = await import('./reference.ts')
    return `export default ${JSON.stringify(await readReference())}`
  },
}
