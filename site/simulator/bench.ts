import type { Flow } from '../../machines/flow.ts'
import type { Moment } from '../../machines/walk.ts'
import type { Place } from './walk/address.ts'

/** What both ways of running are given: the flow, the walk so far, and the means to go on. */
export interface BenchProps {
  flow: Flow
  /** Every moment of the walk, those included that were gone back over. */
  moments: Moment[]
  /** Index of the moment that is shown. */
  at: number
  place: Place
  go: (change: (place: Place) => Place) => void
}

/** Goes on from the moment that is shown; what was ahead of it is given up. */
export const append =
  (...events: string[]) =>
  (place: Place): Place => {
    const walk = [...place.walk.slice(0, place.at), ...events]
    return { ...place, walk, at: walk.length }
  }
