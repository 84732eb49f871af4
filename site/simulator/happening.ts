import { counted } from './counted.ts'

/** Something that is done to a live sandbox from outside, and is no event of a flow. */
export type Happening =
  | { what: 'clock'; seconds: number }
  /** The session at the provider ends. */
  | { what: 'sign-out' }
  /** The provider does something wrong from now on; without a fault, nothing. */
  | { what: 'fault'; fault?: string | undefined }

/** With its number among those of one person, counting from 1. */
export interface Happened {
  n: number
  is: Happening
}

const units = [
  ['day', 24 * 60 * 60],
  ['hour', 60 * 60],
  ['minute', 60],
  ['second', 1],
] as const

/** A time in s in the largest unit that it has a whole one of: `2 days`. */
export function spanWords(seconds: number): string {
  const [name, size] = units.find(([, size]) => seconds >= size) ?? units[3]
  return counted(Math.round(seconds / size), name)
}

/** What the person who is concerned reads. It does not name a fault: finding it may be the exercise. */
export function happeningWords(is: Happening): string {
  if (is.what === 'clock') {
    const span = spanWords(is.seconds)
    return `${span} ${span.startsWith('1 ') ? 'has' : 'have'} passed.`
  }
  return is.what === 'sign-out'
    ? 'You were signed out at the identity provider.'
    : 'The identity provider does something differently now.'
}
