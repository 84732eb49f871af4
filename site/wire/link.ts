/** What is random in a link. */
export interface ReadLink {
  /** The address in parts, each with its place; what is random apart from the rest. */
  parts: { at: number; text: string; isRandom: boolean }[]
  says: string
}

const LEAST = 20
const RANDOM = /[\w-]{20,}/g
const HEX = /^[\da-f]+$/i
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Letters alone are words, also with hyphens between them. */
const looksRandom = (text: string) => text.length >= LEAST && /\d/.test(text) && /[a-z]/i.test(text)

/** A UUID of version 4 has 122 random bits (RFC 9562 section 5.4), a hex digit 4, a character of base64url 6. */
const bitsIn = (text: string) => (UUID.test(text) ? 122 : text.length * (HEX.test(text) ? 4 : 6))

/** Finds what is random in the address of a mailed link, and says how hard it is to guess. */
export function readLink(href: string): ReadLink | { wrong: string } {
  if (!URL.canParse(href)) return { wrong: 'This link is not a valid address.' }
  const parts: ReadLink['parts'] = []
  let last = 0
  for (const match of href.matchAll(RANDOM)) {
    const [text] = match
    if (!looksRandom(text)) continue
    parts.push(
      { at: last, text: href.slice(last, match.index), isRandom: false },
      { at: match.index, text, isRandom: true },
    )
    last = match.index + text.length
  }
  parts.push({ at: last, text: href.slice(last), isRandom: false })
  const random = parts.filter(({ isRandom }) => isRandom).at(-1)?.text
  return {
    parts: parts.filter(({ text }) => text !== ''),
    says:
      random === undefined
        ? 'No part of it is random. Anyone can open it, so it proves nothing.'
        : `${random.length} random characters, up to ${bitsIn(random)} bits. Nobody can guess it, so anyone who opens it has read the mail.`,
  }
}
