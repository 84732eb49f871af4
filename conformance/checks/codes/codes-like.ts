const KINDS = [/^\d$/, /^[\da-z]$/, /^[\dA-Z]$/] as const
const SETS = ['\\d', '[\\da-z]', '[\\dA-Z]'] as const
const ANY = '[\\dA-Za-z]'

/**
 * The codes in a text that look like some that are known: as long, of the same characters, with the same signs between them. Those
 * that are known are none of them, and neither is a word: what has no digit where the known ones have some.
 */
export function codesLike(known: readonly string[], text: string): string[] {
  const [first = ''] = known
  const characters = [...known.join('').replaceAll(/[^\dA-Za-z]/g, '')]
  const at = KINDS.findIndex((kind) => characters.every((one) => kind.test(one)))
  const set = SETS[at] ?? ANY
  const shape = [...first].map((one) => (/[\dA-Za-z]/.test(one) ? set : `\\${one}`)).join('')
  const found = text.match(new RegExp(`(?<![\\w-])${shape}(?![\\w-])`, 'g')) ?? []
  const hasDigits = known.every((code) => /\d/.test(code))
  return [...new Set(found)].filter((code) => !known.includes(code) && (!hasDigits || /\d/.test(code)))
}
