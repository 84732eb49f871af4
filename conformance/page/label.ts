/**
 * How near an actual name is to a documented label:
 * - `same`: letter by letter
 * - `written-alike`: but for case, punctuation, a trailing asterisk, glyphs
 * - `worded-alike`: the documented words in their order, with at most three others among them, or without the last one where that
 *   says what kind of control it is
 */
export type Nearness = 'same' | 'written-alike' | 'worded-alike'

const MOST_EXTRA_WORDS = 3

/** Lower-case words of a label, without punctuation and glyphs: `Re-enter password *` → `re enter password`. */
export function wordsOf(label: string): string[] {
  return label.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/** How near `actual` is to the documented label; `undefined` when it is something else. */
export function nearness(documented: string, actual: string): Nearness | undefined {
  if (actual.trim() === documented) return 'same'
  const wanted = wordsOf(documented)
  const words = wordsOf(actual)
  // “E-mail”, “Email” and “e mail” are one word.
  if (wanted.join('') === words.join('')) return 'written-alike'
  if (isKindNamed(wanted, words)) return 'worded-alike'
  const isWithin = [documented, joined(documented)].some((part) =>
    [actual, joined(actual), unaddressed(actual)].some((whole) => isWorded(wordsOf(part), wordsOf(whole))),
  )
  return isWithin ? 'worded-alike' : undefined
}

/** What a text says of a control after its name: “the Forgot password link”. */
const KINDS = new Set(['link', 'button', 'field'])

const isKindNamed = (wanted: string[], words: string[]) =>
  wanted.length > 1 && KINDS.has(wanted.at(-1) ?? '') && wanted.slice(0, -1).join('') === words.join('')

/** A label whose hyphens join what they part: `E-mail address` → `Email address`. */
const joined = (label: string) => label.replaceAll(/(?<=\p{L})[-\u2010\u2011](?=\p{L})/gu, '')

/** A label with whose it is, such as “Remove ada@example.com”: an address counts as one word. */
const unaddressed = (label: string) => label.replaceAll(/\S+@\S+/g, '1')

function isWorded(wanted: string[], words: string[]): boolean {
  const extra = words.length - wanted.length
  return wanted.length > 0 && extra > 0 && extra <= MOST_EXTRA_WORDS && inOrder(wanted, words)
}

/**
 * The name among `names` that the documented label means: the nearest one, and only if no other name is equally near,
 * because then it would be a guess.
 */
export function nearest(
  documented: string,
  names: string[],
): { name: string; nearness: Nearness } | undefined {
  const near = names.flatMap((name) => {
    const found = nearness(documented, name)
    return found ? [{ name, nearness: found }] : []
  })
  const exact =
    near.find(({ nearness }) => nearness === 'same') ??
    near.find(({ nearness }) => nearness === 'written-alike')
  if (exact) return exact
  return new Set(near.map(({ name }) => name)).size === 1 ? near[0] : undefined
}

/** The words of `part` all stand in `whole`, in the same order. */
function inOrder(part: string[], whole: string[]) {
  let from = 0
  return part.every((word) => {
    const at = whole.indexOf(word, from)
    from = at + 1
    return at >= 0
  })
}

/** The mark of a field that must be filled in is no part of its name. */
const REQUIRED = /^[*\uFF0A]\s*|\s*[*\uFF0A]$/gu

/**
 * A name as people read it, without the glyphs of icon fonts: outside of its font, such a character means nothing. Nor does the asterisk
 * of a field that is required.
 */
export const plain = (name: string): string =>
  name
    .replaceAll(/[\p{Co}\s]+/gu, ' ')
    .trim()
    .replaceAll(REQUIRED, '')
