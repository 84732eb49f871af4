import { basename, dirname, relative, resolve } from 'node:path'
import { isHtml, isMarkdown } from './page-formats.ts'
import type { GivenPage } from './read-pages.ts'

const nameless = /^(?:index|readme|overview)$/i

/** Without its ending: a page that becomes MDX is the same one. */
const nameOf = (file: string) => {
  const name = file.replace(/^.*[\\/]/, '')
  return isMarkdown(name) || isHtml(name) ? name.replace(/\.\w+$/, '') : name
}

/** The ids that a page that cannot be read may have in a lock, as far as its file's name says. */
export function idsOfFile(file: string): string[] {
  const folders = dirname(file).split(/[\\/]/).filter(Boolean)
  const ids = [nameOf(file)]
  for (const folder of folders.reverse()) ids.push(`${folder}/${ids.at(-1)}`)
  return ids
}

/** The ids that a page could have, from the shortest to the one with all folders around it. */
function idsOf({ file, frontMatter, given }: GivenPage): string[] {
  // Folders above the given one are a machine's, not the documentation's.
  const folders = dirname(given === undefined ? file : relative(given, file))
    .split(/[\\/]/)
    .filter((part) => part !== '' && part !== '.' && part !== '..')
  const name = frontMatter.id ?? nameOf(file)
  const ids = [name]
  if (given !== undefined) folders.unshift(basename(resolve(given)))
  for (const folder of folders.reverse()) ids.push(`${folder}/${ids.at(-1)}`)
  const isNamed = given === undefined ? ids.length > 1 : ids.length > 2
  return nameless.test(name) && isNamed ? ids.slice(1) : ids
}

/**
 * A name for each page that says nothing of the machine: the `id` of its front matter, else its file's name; with the
 * folders around it where two pages would have the same.
 */
export function pageIdsOf(pages: GivenPage[]): Map<GivenPage, string> {
  let open = pages.map((page) => ({ page, ids: idsOf(page) }))
  const done = new Map<GivenPage, string>()
  while (open.length > 0) {
    const claims = Map.groupBy(open, ({ ids }) => ids[0] ?? '')
    for (const [id, ones] of claims) {
      const isLast = ones.every(({ ids }) => ids.length === 1)
      if (ones.length > 1 && !isLast) continue
      for (const [n, { page }] of ones.entries()) done.set(page, n === 0 ? id : `${id} (${n + 1})`)
    }
    open = open
      .filter(({ page }) => !done.has(page))
      .map(({ page, ids }) => ({ page, ids: ids.length > 1 ? ids.slice(1) : ids }))
  }
  return done
}
