import { groups } from './pages.ts'

/** Files of the repository that have a page here. */
const addresses: Readonly<Record<string, string>> = {
  'conformance/targets/README.md': '/docs/profile/',
  // A section of its own page.
  'conformance/targets/README.md#in-a-pipeline': '/docs/pipeline/#baselines-shards-and-exit-codes',
  'conformance/checks/README.md': '/docs/checks/',
  'conformance/plan/README.md': '/docs/plan/',
  'conformance/defects/README.md': '/docs/kill-matrix/',
  'conformance/pipeline.md': '/docs/pipeline/',
}

/** What a link is called that has the name of a file in the repository. */
const titleOf = (address: string) => {
  const [, hash] = address.split('#')
  const page = groups.flatMap(({ pages }) => pages).find(({ href }) => href === address)
  return page?.title ?? hash?.replaceAll('-', ' ') ?? address
}

/** Tables with more columns than this get a frame to scroll in. */
const FITS = 3

/**
 * The body of a README as it is shown on a page: its links lead to the pages here, and one to a file that has no page becomes the
 * path of the file in the repository.
 * @param html without the heading of the whole
 * @param path of the README in the repository
 */
export function fromReadme(html: string, path: string): string {
  return html
    .replace(/<h1[\s\S]*?<\/h1>/, '')
    .replace(/<a href="([^"]+)">([\s\S]*?)<\/a>/g, (whole, href: string, words: string) => {
      if (/^(?:https?:|#|\/)/.test(href)) return whole
      const { pathname, hash } = new URL(href, `http://repository/${path}`)
      const file = pathname.slice(1)
      const page = addresses[file]
      const address = addresses[file + hash] ?? (page && page + hash)
      if (address) return `<a href="${address}">${words.endsWith('.md') ? titleOf(address) : words}</a>`
      // Where the words are the file's own name, the path says it all.
      return file.endsWith(words) ? `<code>${file}</code>` : `${words} (<code>${file}</code>)`
    })
    .replace(/<table>([\s\S]*?)<\/table>/g, (whole, rows: string) => {
      const [head = ''] = rows.split('</tr>')
      const columns = head.split('<th').length - 2
      return columns > FITS
        ? `<div class="wide" role="group" aria-label="Table" tabindex="0">${named(whole)}</div>`
        : named(whole)
    })
}

/** Our tables often have headings without words, which say nothing to a screen reader. */
const named = (table: string) => table.replaceAll(/<th([^>]*)><\/th>/g, '<td$1></td>')

/** What is below a heading of the second level, without it. */
export function sectionOf(html: string, id: string): string {
  const [, section] = html.split(new RegExp(`<h2 id="${id}">[\\s\\S]*?</h2>`))
  if (section === undefined) throw new Error(`The README has no section "${id}".`)
  return section.split('<h2')[0] ?? ''
}

/** What comes before the first heading of the second level. */
export const beginningOf = (html: string): string => html.split('<h2')[0] ?? ''

/** What a table says of each name in its first column, as HTML. */
export function rowsOf(html: string): Map<string, string> {
  const rows = [...html.matchAll(/<tr>\s*<td[^>]*>([\s\S]*?)<\/td>\s*<td[^>]*>([\s\S]*?)<\/td>/g)]
  return new Map(
    rows.flatMap(([, names = '', about = '']) =>
      [...names.matchAll(/<code[^>]*>(\w+)<\/code>/g)].map(([, name = '']) => [name, about] as const),
    ),
  )
}
