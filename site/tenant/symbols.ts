import type { Symbols } from './events.ts'

/** Of an address that a person logs in with. */
export const symbolsOfEmail = (typed: string, isRegistered: boolean): Symbols => [
  typed.trim() === '' ? 'empty' : isRegistered ? 'registered' : 'unknown',
]

/** Of a field whose contents mean nothing to the flows. */
export const filled = (typed: string): Symbols => [typed.trim() === '' ? 'empty' : 'any']

/** Of a list: its options are its symbols. Anything else that is sent in their place is no symbol. */
export const chosen = (typed: string, options: readonly string[]): Symbols =>
  options.filter((option) => option === typed)
