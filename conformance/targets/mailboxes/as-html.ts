import { HTMLElement, type Node, parse, TextNode } from 'node-html-parser'
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

/** A text with a link for each address in it. */
function linked(text: string): string {
  let body = ''
  let from = 0
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = withoutPunctuation(found)
    body += `${escaped(text.slice(from, index))}<a href="${escaped(address)}">${escaped(address)}</a>`
    from = index + address.length
  }
  return body + escaped(text.slice(from))
}

/** Where an address is a link already, or no text that people read. */
const LEFT_ALONE = ['A', 'BUTTON', 'SCRIPT', 'STYLE', 'TEMPLATE', 'TEXTAREA', 'TITLE']

/** The texts that people read, the last one first. */
function textsIn(node: Node): TextNode[] {
  if (node instanceof TextNode) return [node]
  if (node instanceof HTMLElement && LEFT_ALONE.includes(node.tagName)) return []
  return node.childNodes.toReversed().flatMap(textsIn)
}

/** HTML with a link for each address that is written out in it; all else is left as it is. */
function withLinks(html: string): string {
  const addressed = textsIn(parse(html)).filter(({ text }) => text.search(ADDRESS) >= 0)
  return addressed.reduce(
    (all, { text, range: [start, end] }) => all.slice(0, start) + linked(text) + all.slice(end),
    html,
  )
}

/** The HTML of a mail as a mail program shows it: addresses in its text are links, also where the mail has no HTML. */
export const asHtml = ({ html, text = '' }: ReadMail): string =>
  html ? withLinks(html) : `<pre>${linked(text)}</pre>`
