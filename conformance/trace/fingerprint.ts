import { createHash } from 'node:crypto'
import { oneLine } from './plain-text.ts'

/** Words whose hashes are kept, at most; enough to tell a rewritten sentence from another one. */
const SKETCH_SIZE = 24
/** Digits of each of them. */
const DIGITS = 6

const admonition = /(^|\s)(?:note|tip|caution|warning|important|info)\s*:\s/gi

/** `> [!NOTE]` of GitHub and Learn. */
const alert = /\[!(?:note|tip|caution|warning|important)\]\s*/gi

/** A text without what typesetting changes: kinds of quotes, dashes and spaces, and how a note is marked. */
function canonical(text: string): string {
  return oneLine(text)
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[‒–—―−]/g, '-')
    .replace(alert, '')
    .replace(admonition, '$1')
}

function hash(text: string, digits: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, digits)
}

/** Equal for equal texts; cannot be read back. */
export const hashOf = (text: string): string => hash(canonical(text), 16)

/** For addresses of links and images. */
export const shortHashOf = (text: string): string => hash(text, 8)

/** Equal for instructions that differ in their labels only. */
export function frameOf(text: string, labels: string[]): string {
  const longestFirst = [...labels].sort((a, b) => b.length - a.length)
  return hashOf(longestFirst.reduce((rest, label) => rest.replaceAll(label, '□'), text))
}

/**
 * The smallest hashes of a text's words and pairs of words, six digits each: a sample by which two texts can be compared
 * without either.
 */
export function sketchOf(text: string): string {
  const words = canonical(text)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  const pairs = words.slice(1).map((word, n) => `${words[n]} ${word}`)
  const hashes = new Set([...words, ...pairs].map((part) => hash(part, DIGITS)))
  return [...hashes].sort().slice(0, SKETCH_SIZE).join('')
}

/** Estimated share of words and pairs of words that two texts have in common, 0 to 1, from their sketches. */
export function similarityOf(one: string, other: string): number {
  let [a, b, union, common] = [0, 0, 0, 0]
  while (union < SKETCH_SIZE && (a < one.length || b < other.length)) {
    const left = one.slice(a, a + DIGITS)
    const right = other.slice(b, b + DIGITS)
    if (left === right) common++
    if (left !== '' && (right === '' || left <= right)) a += DIGITS
    if (right !== '' && (left === '' || right <= left)) b += DIGITS
    union++
  }
  return union === 0 ? 1 : common / union
}
