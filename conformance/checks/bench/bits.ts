/** How many tokens are enough to see the alphabet of each column. */
export const MANY = 20

/** Most bits that tokens of this length and alphabet can hold. */
export function roomIn(tokens: string[]): number {
  const length = Math.min(...tokens.map((token) => token.length))
  return length * Math.log2(alphabet([...tokens.join('')]))
}

/**
 * Most bits that tokens of this shape can hold: for each character that is not the same in all of them, those of the
 * smallest alphabet that holds what was seen there. So the fixed digits of a UUID do not count, and its 122 bits are not enough.
 * Text that is only encoded counts as that text.
 */
export function bitsOf(tokens: string[]): number {
  const texts = ENCODINGS.map((encoding) => tokens.map((token) => textIn(token, encoding)))
  const text = texts.find((all) => all.every(({ text }) => text.length >= LEAST_TEXT))
  return text ? bitsOfColumns(text.map(({ text, rest }) => text + rest)) : bitsOfColumns(tokens)
}

/** How many characters in a row are no accident: random bytes are that many letters once in a few thousand times. */
const LEAST_TEXT = 8
const ENCODINGS = ['base64url', 'hex'] as const

/** What a token says in plain text at its beginning, such as a name and a time, and what of it comes after that. */
function textIn(token: string, encoding: (typeof ENCODINGS)[number]): { text: string; rest: string } {
  const [text = ''] = /^[\x20-\x7e]*/.exec(Buffer.from(token, encoding).toString('latin1')) ?? []
  const written = Buffer.from(text, 'latin1').toString(encoding).length
  return { text, rest: token.slice(written) }
}

function bitsOfColumns(tokens: string[]): number {
  const length = Math.min(...tokens.map((token) => token.length))
  const columns = Array.from({ length }, (_, at) => [...new Set(tokens.map((token) => token[at] ?? ''))])
  const varying = columns.filter((seen) => seen.length > 1)
  const whole = alphabet(varying.flat())
  const sizeOf = (own: number) => ((own / whole) ** tokens.length < UNLIKELY ? own : whole)
  return varying.reduce((sum, seen) => sum + Math.log2(sizeOf(alphabet(seen))), 0)
}

/**
 * Below this probability, a column that shows few characters is not random over the whole alphabet, and counts with its own. Above it,
 * that may be an accident: of 20 hexadecimal digits, one column in 12,000 has no letter.
 */
const UNLIKELY = 1e-9

function alphabet(seen: string[]): number {
  if (seen.length <= 4 && seen.every((one) => /[89abAB]/.test(one))) return 4
  const all = seen.join('')
  const sizes: [RegExp, number][] = [
    [/^\d+$/, 10],
    [/^[\da-f]+$|^[\dA-F]+$/, 16],
    [/^[\da-z]+$|^[\dA-Z]+$/, 36],
    [/^[\da-zA-Z]+$/, 62],
  ]
  return sizes.find(([pattern]) => pattern.test(all))?.[1] ?? 64
}
