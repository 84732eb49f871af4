import type { Trace } from './trace.ts'

/**
 * Takes addresses out, and everything that is random. The addresses of all traces that are compared are taken out of each: a short one is
 * also a part of other words.
 */
export function masking(traces: readonly Trace[]): (text: string) => string {
  const written = [...new Set(traces.flatMap((trace) => trace.written))]
    .filter((one) => one !== '')
    .toSorted((a, b) => b.length - a.length)
  // An address that comes back in the capitals of an account tells of it.
  const small = written.map((one) => one.toLowerCase()).filter((one) => !written.includes(one))
  return (text: string) =>
    small
      .reduce(
        (masked, one) => masked.replaceAll(one, '‹address in small letters›'),
        written.reduce((masked, one) => masked.replaceAll(one, '‹address›'), text),
      )
      .replace(/(?<![\w+/-])[\w+/-]{20,}={0,2}/g, withoutRandom)
}

/** In place of what is random. As a word, so that a text has as many words with it as without. */
const RANDOM = 'random'
/** The shortest id, in characters. */
const SHORTEST = 10

/** A path keeps its parts, so that each can be compared; base64 has slashes of its own. */
function withoutRandom(run: string): string {
  if (!run.startsWith('/')) return isRandom(run) ? RANDOM : run
  return run
    .split('/')
    .map((part) => (isRandomId(part) ? RANDOM : part))
    .join('/')
}

/** Whether a part of a path is random, and long enough to be an id. */
export const isRandomId = (part: string): boolean => part.length >= SHORTEST && isRandom(part)

/** Whether two words are the same, or both random: of two ids of one kind one may not look so. */
export const areSame = (one: string, other: string): boolean =>
  one === other || (one === RANDOM && mayBeId(other)) || (other === RANDOM && mayBeId(one))

const mayBeId = (word: string) => word.length >= SHORTEST && /\d/.test(word)

/** Of digits in what is random: 10 of 16 in a UUID, 10 of 64 in base64. Few names have as many as this. */
const DIGITS = 0.25
/** How often one kind of character follows another in base64; in words that are written in capitals or as `camelCase`, half as often. */
const TURNS = 0.4

/** Whether a long run of characters is random, as a token or an id of an account is. A class, a path or an error code is words. */
export function isRandom(run: string): boolean {
  const kinds = [...run.replace(/[^a-z\d]/gi, '')].map((one) =>
    /\d/.test(one) ? 'digit' : one === one.toLowerCase() ? 'small' : 'capital',
  )
  const turns = kinds.filter((kind, at) => at > 0 && kind !== kinds[at - 1])
  const digits = kinds.filter((kind) => kind === 'digit')
  return digits.length >= DIGITS * kinds.length || turns.length >= TURNS * kinds.length
}
