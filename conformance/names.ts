import { distance } from 'fastest-levenshtein'

/** A list that a person can take in at a glance. */
const FEW = 12
const NEAREST = 4

const letters = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

const alike = (one: string, other: string) => distance(letters(one), letters(other))

/** The names nearest to one, the nearest first: by the letters that differ, those that contain it before all others. */
function nearestTo(name: string, names: readonly string[]): string[] {
  const has = (other: string) => name.length > 1 && letters(other).includes(letters(name))
  const rank = (other: string) => (has(other) ? 0 : 1)
  return names.toSorted((a, b) => rank(a) - rank(b) || alike(name, a) - alike(name, b)).slice(0, NEAREST)
}

/**
 * What a person may choose who named something that is not there, as the end of a sentence.
 * @param names all that there are
 */
export function choiceAmong(name: string, names: readonly string[]): string {
  if (names.length <= FEW) return `choose among ${names.join(', ')}`
  return `the nearest of ${names.length} are ${nearestTo(name, names).join(', ')}`
}
