import { terms } from './terms.ts'

const escapeHtml = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** Within these, words keep as they are. */
const CLOSED = /^<\/?(a|code|pre|h[1-6]|script|style)\b/

/**
 * Marks the first occurrence of each term in a piece of HTML, so that its meaning can be read by hover, focus or touch.
 * @returns the same HTML, each marked term as `<dfn class="term" tabindex="0" data-means="…">`
 */
export function markTerms(html: string): string {
  const left = new Map(Object.entries(terms).toSorted(([one], [other]) => other.length - one.length))
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

function markIn(text: string, left: Map<string, string>): string {
  for (const [term, means] of left) {
    const found = new RegExp(`(?<![\\w-])${term}(?![\\w-])`, 'i').exec(text)
    if (!found) continue
    left.delete(term)
    const marked = `<dfn class="term" tabindex="0" data-means="${escapeHtml(means)}">${found[0]}</dfn>`
    const after = found.index + found[0].length
    return markIn(text.slice(0, found.index), left) + marked + markIn(text.slice(after), left)
  }
  return text
}
