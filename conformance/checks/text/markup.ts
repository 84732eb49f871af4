/**
 * Markup that no page has by itself, and how it is found where a page has taken it as such. It leaves an attribute first, where a page
 * escapes quotes of one kind or none; where it escapes all else, what follows is another attribute. It has no space, which would make
 * two addresses of one.
 */
export const MARKUP = {
  typed: `'"doorstep-typed><doorstep-typed>`,
  html: '<doorstep-typed>',
  /** As text in HTML. */
  escaped: '&lt;doorstep-typed',
  /** Of the element, and within that of the attribute. */
  name: 'doorstep-typed',
} as const

/** An address that is valid although its local part is markup: quoted, it may have any characters (RFC 5321 section 4.1.2). */
export function quotedMarkup(text: string): string {
  const at = text.lastIndexOf('@')
  return at < 0 ? markedUp(text) : `"${MARKUP.html}"${text.slice(at)}`
}

/** An address with markup in place of its local part; other text with markup behind it. */
export function markedUp(text: string): string {
  const at = text.lastIndexOf('@')
  return at < 0 ? `${text}${MARKUP.typed}` : `${MARKUP.typed}${text.slice(at)}`
}
