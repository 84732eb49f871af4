import { areSame, masking } from './masking.ts'
import type { Trace } from './trace.ts'

/** What is compared, and how it is called. */
const kinds = [
  ['statuses', 'status'],
  ['screen', 'screen'],
  ['headers', 'header'],
  ['body', 'body'],
] as const

/** What came each time somebody did the same. */
type Times<T> = readonly T[]

/**
 * In which respect what came for one address differs from what came for another, and how; `undefined` when they tell nothing apart.
 * @param ones each time it was done with the one address, `others` with the other: what changes from one time to the next tells nothing
 */
export function difference(ones: Times<Trace>, others: Times<Trace>): string | undefined {
  const mask = masking([...ones, ...others])
  for (const [kind, called] of kinds) {
    const linesOf = (trace: Trace) => [trace[kind]].flat().flatMap((text) => text.split('\n').map(mask))
    const [a, b] = [ones.map(linesOf), others.map(linesOf)]
    if (areAligned([...a, ...b])) {
      const at = a[0]?.findIndex((_, n) => !areAlike(nth(a, n), nth(b, n))) ?? -1
      if (at >= 0) return `the ${called} differs: ${apart(a[0]?.[at], b[0]?.[at])}`
    } else {
      const [one, other] = [a, b].map((times) => times.map((lines) => lines.join('\n'))) as [
        string[],
        string[],
      ]
      if (!areAlike(one, other)) return `the ${called} differs: ${apart(...firstApart(a[0], b[0]))}`
    }
  }
  return undefined
}

const nth = (times: Times<Times<string>>, n: number) => times.map((one) => one[n] ?? '')

const areAligned = (times: Times<Times<string>>) => new Set(times.map(({ length }) => length)).size === 1

const wordsOf = (text: string) => text.split(/([\w.%-]+)/)

/** Whether two texts are equal but for what changes from one time to the next, as far as it was done often enough to show. */
function areAlike(ones: Times<string>, others: Times<string>): boolean {
  if (others.some((other) => ones.includes(other))) return true
  const [a, b] = [ones.map(wordsOf), others.map(wordsOf)]
  const all = [...a, ...b]
  if (areAligned(all)) return (a[0] ?? []).every((_, n) => isChance(nth(a, n), nth(b, n)))
  if (areAligned(a) && areAligned(b)) return false
  // Where a part comes and goes, words have no place of their own: one tells that comes every time, and never for the other address.
  const tells = (own: Times<string[]>, other: Times<string[]>) =>
    alwaysIn(own).some((word) => !other.flat().includes(word))
  return !tells(a, b) && !tells(b, a)
}

/** Whether the word at one place has been the same for both, or changes by itself. */
const isChance = (ones: Times<string>, others: Times<string>) =>
  others.some((other) => ones.some((one) => areSame(one, other))) || new Set(others).size > 1

/** What comes only once may come by chance. */
const alwaysIn = ([first = [], ...times]: Times<Times<string>>) =>
  first.filter((word) => times.length > 0 && times.every((one) => one.includes(word)))

function firstApart(one: Times<string> = [], other: Times<string> = []): [string?, string?] {
  const at = one.findIndex((line, n) => line !== other[n])
  const n = at < 0 ? one.length : at
  return [one[n], other[n]]
}

const CONTEXT = 30

/** The place where two lines begin to differ. */
function apart(a = '', b = ''): string {
  const at = [...a].findIndex((one, n) => one !== b[n])
  const from = Math.max(0, (at < 0 ? a.length : at) - CONTEXT)
  return `“${a.slice(from, from + 2 * CONTEXT)}” and “${b.slice(from, from + 2 * CONTEXT)}”`
}
