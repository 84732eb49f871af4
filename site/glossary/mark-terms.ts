import { type Term, terms } from './terms.ts'

const escapeHtml = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** Within these, words keep as they are. */
const CLOSED = /^<\/?(a|code|pre|h[1-6]|script|style)\b/

const byName = new Map(
  Object.entries(terms).flatMap(([name, term]) =>
    [name, ...(term.also ?? [])].map((each) => [each.toLowerCase(), term] as const),
  ),
)

/** Any name of a term, the longest first: the longer of two that fit is meant. */
const anyName = new RegExp(
  `(?<![\\w-])(?:${[...byName.keys()].toSorted((one, other) => other.length - one.length).join('|')})(?![\\w-])`,
  'gi',
)

/**
 * Marks the first occurrence of each term in a piece of HTML, by whichever of its names, so that its meaning can be read by hover, focus or touch.
 * @returns the same HTML, each marked term as `<dfn class="term" tabindex="0" data-means="…">`
 */
export function markTerms(html: string): string {
  const left = new Set(Object.values(terms))
  let closed = 0
  return html
    .split(/(<[^>]+>)/)
    .map((part) => {
      if (part.startsWith('<')) {
        if (CLOSED.test(part)) closed += part.startsWith('</') ? -1 : 1
        return part
      }
      return closed > 0 ? part : markIn(part, left)
    })
    .join('')
}

const markIn = (text: string, left: Set<Term>): string =>
  text.replace(anyName, (name) => {
    const term = byName.get(name.toLowerCase())
    if (!term || !left.delete(term)) return name
    return `<dfn class="term" tabindex="0" data-means="${escapeHtml(term.means)}">${name}</dfn>`
  })
