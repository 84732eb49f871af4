import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'

/** An address on this site, in an attribute; in text, Astro writes quotes as entities. */
const address = /(?<= (?:href|src|data-snippet)=")\/(?!\/)/g

/** Puts the addresses of a page below `base` (`/training/`), but for those that are there already. */
export const belowBase = (html: string, base: string): string =>
  html.replace(address, (slash, at: number) => (html.startsWith(base, at) ? slash : base))

/** A flow as one file has no links to the site, and a policy that knows its scripts by their hashes. */
const isPage = (file: string) => file.endsWith('.html') && !file.startsWith('export')

/** Astro integration: Astro puts its own files below `base`, and leaves the links of the pages to this. */
export function linksBelowBase(): AstroIntegration {
  let base = '/'
  return {
    name: 'links-below-base',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base
      },
      'astro:build:done': async ({ dir }) => {
        if (base === '/') return
        const folder = fileURLToPath(dir)
        const pages = (await readdir(folder, { recursive: true })).filter(isPage)
        for (const page of pages) {
          const path = join(folder, page)
          await writeFile(path, belowBase(await readFile(path, 'utf8'), base))
        }
      },
    },
  }
}
