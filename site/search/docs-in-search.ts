import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { groups } from '../docs/pages.ts'
import { entriesOfPage } from './entries-of-page.ts'
import type { Entry } from './entry.ts'

/**
 * Astro integration: adds the pages of the documentation to what the search looks through. It reads them from the built site, as
 * half of them are written in Markdown and the rest by code.
 */
export function docsInSearch(): AstroIntegration {
  return {
    name: 'docs-in-search',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const read = (path: string) => readFile(fileURLToPath(new URL(path, dir)), 'utf8')
        const pages = groups.flatMap((group) => group.pages.map(({ href }) => href))
        const entries = await Promise.all(
          pages.map(async (href) => entriesOfPage(await read(`.${href}index.html`), href)),
        )
        const others = JSON.parse(await read('./search.json')) as Entry[]
        await writeFile(
          fileURLToPath(new URL('./search.json', dir)),
          JSON.stringify([...others, ...entries.flat()]),
        )
      },
    },
  }
}
