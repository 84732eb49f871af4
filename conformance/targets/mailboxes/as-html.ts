import type { ReadMail } from './settings.ts'

const ADDRESS = /https?:\/\/[^\s<>"]+/g
const special: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (one) => special[one] ?? one)

/** The HTML of a mail; for a mail with text only, what a mail program makes of it: its addresses become links. */
export function asHtml({ html, text = '' }: ReadMail): string {
  if (html) return html
  let body = ''
  let from = 0
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    body += `${escaped(text.slice(from, index))}<a href="${escaped(address)}">${escaped(address)}</a>`
    from = index + address.length
  }
  return `<pre>${body}${escaped(text.slice(from))}</pre>`
}
