import type { ReadMail } from './settings.ts'

const ADDRESS = /https?:\/\/[^\s<>"“”«»]+/g
/** What ends a sentence after an address; a bracket only where none was opened in the address. */
const AFTER = /[.,;:!?…'’*_`|]$/
const BRACKETS: Record<string, string> = { ')': '(', ']': '[', '}': '{' }
const special: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (one) => special[one] ?? one)

/** An address without the punctuation behind it (RFC 3986 appendix C warns of it). */
function withoutPunctuation(address: string): string {
  const last = address.at(-1) ?? ''
  const opened = BRACKETS[last]
  const count = (one: string) => address.split(one).length
  const isBehind = opened ? count(last) > count(opened) : AFTER.test(address)
  return isBehind ? withoutPunctuation(address.slice(0, -1)) : address
}

/** The HTML of a mail; for a mail with text only, what a mail program makes of it: its addresses become links. */
export function asHtml({ html, text = '' }: ReadMail): string {
  if (html) return html
  let body = ''
  let from = 0
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = withoutPunctuation(found)
    body += `${escaped(text.slice(from, index))}<a href="${escaped(address)}">${escaped(address)}</a>`
    from = index + address.length
  }
  return `<pre>${body}${escaped(text.slice(from))}</pre>`
}
