/** The host of an address that nothing has. */
const HOST = 'doorstep-typed'
/** An element that filters of markup keep, too: they take out what they do not know. */
const ELEMENT = `<img/src=//${HOST}>`

/**
 * Markup that no page has by itself, and how it is found where a page has taken it as such. It leaves an attribute first, where a page
 * escapes quotes of one kind or none; where it escapes all else, what follows is another attribute. Then it leaves a script, which may
 * hold what was typed as JSON. It has no space, which would make two addresses of one, and is short enough for the local part of an
 * address (RFC 5321 section 4.5.3.1.1).
 */
export const MARKUP = {
  typed: `'"${HOST}></script>${ELEMENT}`,
  html: ELEMENT,
  /** Of the element in the address of its picture, and of the attribute in its name. */
  name: HOST,
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
