import { dirname } from 'node:path'
import type { Page } from './read-page.ts'

const nameless = /^(?:index|readme|overview)$/i

/** The ids that a page could have, from the shortest to the one with all folders around it. */
function idsOf({ file, frontMatter }: Page): string[] {
  const folders = dirname(file)
    .split(/[\\/]/)
    .filter((part) => part !== '' && part !== '.' && part !== '..')
  const name = frontMatter.id ?? file.replace(/^.*[\\/]/, '').replace(/\.mdx?$/i, '')
  const ids = [name]
  for (const folder of folders.reverse()) ids.push(`${folder}/${ids.at(-1)}`)
  return nameless.test(name) && ids.length > 1 ? ids.slice(1) : ids
}

/**
 * A name for each page that says nothing of the machine: the `id` of its front matter, else its file's name; with the
 * folders around it where two pages would have the same.
 */
export function pageIdsOf(pages: Page[]): Map<Page, string> {
  let open = pages.map((page) => ({ page, ids: idsOf(page) }))
  const done = new Map<Page, string>()
  while (open.length > 0) {
    const count = Map.groupBy(open, ({ ids }) => ids[0] ?? '')
    for (const [id, claims] of count) {
      if (claims.length > 1 && claims.some(({ ids }) => ids.length > 1)) continue
      for (const { page } of claims) done.set(page, id)
    }
    open = open.filter(({ page }) => !done.has(page)).map(({ page, ids }) => ({ page, ids: ids.slice(1) }))
  }
  return done
}
