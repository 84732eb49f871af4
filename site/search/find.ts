import type { Entry, Kind } from './entry.ts'
import { inOtherWords } from './other-words.ts'
import { meantBy } from './slip.ts'
import { askedWords, FAILING, MISSING, wordsOf } from './words.ts'

/** How much an entry counts by its kind: what can be walked counts for more than what is written about it. */
const weights: Readonly<Record<Kind, number>> = {
  flow: 1.15,
  term: 1.15,
  message: 1.1,
  step: 1,
  screen: 1,
  gap: 0.95,
  clause: 0.8,
  doc: 0.6,
}
/** What was said in other words than it was asked counts for less. */
const OTHER_WORDS = 0.9
/** What the whole question means counts for more than what happens to have its words. */
const WHOLE_QUESTION = 1.25
const MOST = 24

export interface Found {
  /** The best first. */
  entries: Entry[]
  /** Whether they have every word that was asked for, or only some, as none has all. */
  have: 'all' | 'some'
}

interface Indexed {
  entry: Entry
  said: string[]
  around: string[]
}

const indexes = new WeakMap<readonly Entry[], Indexed[]>()

function indexOf(entries: readonly Entry[]): Indexed[] {
  const known = indexes.get(entries)
  if (known) return known
  const index = entries.map((entry) => ({
    entry,
    said: wordsOf(entry.text),
    around: [entry.where, ...(entry.labels ?? []), ...(entry.also ?? [])].flatMap(wordsOf),
  }))
  indexes.set(entries, index)
  return index
}

/** How well a word fits: at its beginning, or only within. */
function fit(word: string, words: readonly string[]): number {
  if (words.includes(word)) return 3
  if (words.some((other) => other.startsWith(word))) return 2
  return word.length > 2 && words.some((other) => other.includes(word)) ? 1 : 0
}

/** How well each word fits. What an entry says counts for more than what is said around it. */
const fitsOf = ({ said, around }: Indexed, words: readonly string[]) =>
  words.map((word) => Math.max(2 * fit(word, said), fit(word, around)))

const weigh = ({ entry, said }: Indexed, sum: number) =>
  (weights[entry.kind] * sum) / Math.sqrt(said.length + 4)

const sumOf = (fits: readonly number[]) => fits.reduce((sum, one) => sum + one, 0)

const byRank = (index: readonly Indexed[], rank: (one: Indexed) => number): Entry[] =>
  index
    .map((one) => ({ entry: one.entry, rank: rank(one) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((one, other) => other.rank - one.rank)
    .slice(0, MOST)
    .map(({ entry }) => entry)

/** The entries that have every word, as it was asked or in other words. */
function haveAll(index: readonly Indexed[], entries: readonly Entry[], words: string[]): Entry[] {
  const ways = inOtherWords(entries, words)
  return byRank(index, (one) => {
    const ranks = ways.map(({ words: way, isWhole }, n) => {
      const fits = fitsOf(one, way)
      const counts = n === 0 ? 1 : isWhole ? WHOLE_QUESTION : OTHER_WORDS
      // A way in more words is not a better one for that.
      return fits.includes(0) ? 0 : (weigh(one, sumOf(fits)) / way.length) * counts
    })
    const best = Math.max(...ranks)
    // Of what says the same, the one that was asked about in so many words.
    return best > 0 ? best + sumOf(fitsOf(one, words)) / 1000 : 0
  })
}

/** The entries that have some of the words: the fewer entries have a word, the more it counts. */
function haveSome(index: readonly Indexed[], words: readonly string[]): Entry[] {
  const rare = words.map((word) => {
    const having = index.filter((one) => fitsOf(one, [word])[0] !== 0).length
    return having === 0 ? 0 : Math.log(1 + index.length / having) ** 2
  })
  const countOf = (one: Indexed) => sumOf(fitsOf(one, words).map((fit, n) => fit * (rare[n] ?? 0)))
  return byRank(index, (one) => weights[one.entry.kind] * countOf(one))
}

/**
 * What is found for a question. A word that nothing has is taken for a slip of the finger. Where no entry has every word,
 * those with some of them are answered.
 */
export function find(entries: readonly Entry[], question: string): Found {
  const index = indexOf(entries)
  const asked = askedWords(question)
  if (asked.length === 0) return { entries: [], have: 'all' }
  const exact = haveAll(index, entries, asked)
  if (exact.length > 0) return { entries: exact, have: 'all' }
  // What does not work, or has not come, is found where nothing says why.
  const left = asked.filter((word) => word !== FAILING && word !== MISSING)
  if (left.length > 0 && left.length < asked.length) return find(entries, left.join(' '))
  const known = new Set(index.flatMap(({ said, around }) => [...said, ...around]))
  const isKnown = (word: string) => index.some((one) => fitsOf(one, [word])[0] !== 0)
  const meant = asked.map((word) => (isKnown(word) ? word : meantBy(word, known)))
  const all = haveAll(index, entries, meant)
  return all.length > 0 ? { entries: all, have: 'all' } : { entries: haveSome(index, meant), have: 'some' }
}
