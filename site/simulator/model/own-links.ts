import type { Mail } from '../devices/mail.ts'

/** The characters of base64url. */
const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Another text of the same length, as random to look at. The same each time: a reload changes no link. */
const another = (token: string, n: number) =>
  token.replace(
    /[\w-]/g,
    (character, i) => characters[(characters.indexOf(character) + n * (7 * i + 11)) % 64] ?? '',
  )

/**
 * The HTML of a mail with links of its own: what is random in the example is another in each mail.
 * @param n how many of its kind came before it
 */
export const withOwnLinks = ({ html, random = [] }: Mail, n: number): string =>
  random.reduce((page, token) => page.replaceAll(token, another(token, n)), html)
