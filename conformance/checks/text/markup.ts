/** Markup that no page contains normally, and how it is found if a page has taken it as markup. */
export const MARKUP = {
  html: '<i id=doorstep-typed>',
  selector: '#doorstep-typed',
} as const

/** An address with markup in its local part, quoted as RFC 5321 section 4.1.2 has it; other text with markup behind it. */
export function markedUp(text: string): string {
  const at = text.lastIndexOf('@')
  return at < 0 ? `${text}${MARKUP.html}` : `"${MARKUP.html}"${text.slice(at)}`
}
