import type { Entry, Kind } from './entry.ts'

const order: readonly Kind[] = ['flow', 'step', 'screen', 'message', 'gap', 'clause', 'term', 'doc']
const MOST = 24

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}.]+/gu) ?? []

/** How well a word fits: at its beginning, or only within. */
function fit(word: string, words: readonly string[]): number {
  if (words.includes(word)) return 3
  if (words.some((other) => other.startsWith(word))) return 2
  return words.some((other) => other.includes(word)) && word.length > 2 ? 1 : 0
}

/** How well an entry fits all words that are looked for; 0 where one of them is missing. What it says counts for more. */
function rank({ text, where }: Entry, asked: readonly string[]): number {
  const [said, around] = [wordsOf(text), wordsOf(where)]
  const fits = asked.map((word) => Math.max(2 * fit(word, said), fit(word, around)))
  return fits.includes(0) ? 0 : fits.reduce((sum, one) => sum + one, 0) / Math.sqrt(said.length + 4)
}

/** The entries in which every word is found, the best first; of two as good, the kinds in their order. */
export function find(entries: readonly Entry[], asked: string): Entry[] {
  const words = wordsOf(asked)
  if (words.length === 0) return []
  return entries
    .map((entry) => ({ entry, rank: rank(entry, words) }))
    .filter(({ rank }) => rank > 0)
    .toSorted(
      (one, other) =>
        other.rank - one.rank || order.indexOf(one.entry.kind) - order.indexOf(other.entry.kind),
    )
    .slice(0, MOST)
    .map(({ entry }) => entry)
}
