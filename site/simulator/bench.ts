import type { Flow } from '../../machines/model/flow.ts'
import type { Pack } from '../../machines/model/pack.ts'
import type { Moment } from '../../machines/model/walk.ts'
import type { Place } from './walk/address.ts'

/** What both ways of running are given: the flow and its pack, the walk so far, and the means to go on. */
export interface BenchProps {
  pack: Pack
  flow: Flow
  /** Every moment of the walk, those included that were gone back over. */
  moments: Moment[]
  /** Index of the moment that is shown. */
  at: number
  place: Place
  go: (change: (place: Place) => Place) => void
}

/** Continues from the moment that is shown; what was ahead of it is given up. */
export const append =
  (...events: string[]) =>
  (place: Place): Place => {
    const walk = [...place.walk.slice(0, place.at), ...events]
    return { ...place, walk, at: walk.length }
  }
