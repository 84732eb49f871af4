import type { StepId } from '../../../machines/model/origin.ts'

/** Where someone is in a flow. The server keeps it, so that any device gets back to it. */
export interface ClassPlace {
  flow: string
  given: string
  /** Events from the given on, those included that were gone back over. */
  walk: readonly string[]
  /** How many of them have happened at this moment. */
  at: number
  /** Live, where the walk was not seen from its beginning: from which event on it was, and the steps done before that. */
  seen?: { from: number; done: readonly StepId[] } | undefined
  /** The procedure of a journey that is being walked by hand: only the browser keeps it. */
  within?: { flow: string; given: string; walk: readonly string[] } | undefined
}

/** Longer walks are refused: no flow needs a tenth of it. */
export const MOST_EVENTS = 400

const seenIn = ({ seen }: ClassPlace) => (seen ? [seen.from, ...seen.done].join() : '')

/** Whether two places are one, with the same steps done. */
export const samePlace = (one: ClassPlace, other: ClassPlace): boolean =>
  one.flow === other.flow &&
  one.given === other.given &&
  one.at === other.at &&
  one.walk.join() === other.walk.join() &&
  seenIn(one) === seenIn(other)

/** The events that have happened. */
export const happenedAt = ({ walk, at }: ClassPlace): readonly string[] => walk.slice(0, at)
