import type { Flow } from '../../machines/model/flow.ts'
import type { Pack } from '../../machines/model/pack.ts'
import type { Moment } from '../../machines/model/walk.ts'
import type { Happened } from './happening.ts'
import type { MakeSandbox } from './live/sandbox.ts'
import type { Place } from './walk/address.ts'
import type { Go } from './walk/use-place.ts'

/** What both ways of running are given: the flow and its pack, the walk so far, and the means to go on. */
export interface BenchProps {
  pack: Pack
  flow: Flow
  /** Every moment of the walk, those included that were gone back over. */
  moments: Moment[]
  /** Index of the moment that is shown. */
  at: number
  place: Place
  go: Go
  /** Goes one moment back. */
  back: () => void
  /**
   * The procedure that comes next in the documentation, with its page where there is one; `null` after the last one, absent
   * where nothing is said of it.
   */
  next?: { title: string; href?: string } | null | undefined
  /** The page has a live mode. */
  hasLive: boolean
  /** What was let happen to a live sandbox from outside. */
  happened?: readonly Happened[] | undefined
  /** Makes the live sandbox. Default: the tenant is asked for one. Must be the same function at each render. */
  makeSandbox?: MakeSandbox | undefined
}

/** The end of a walk. A procedure that was begun within a journey is left as soon as the journey moves. */
export const moveTo = ({ mode, given }: Place, walk: string[]): Place => ({
  mode,
  given,
  walk,
  at: walk.length,
})

/** Continues from the moment that is shown; what was ahead of it is given up. */
export const append =
  (...events: string[]) =>
  (place: Place): Place => ({
    ...moveTo(place, [...place.walk.slice(0, place.at), ...events]),
    ...(place.seen && { seen: place.seen }),
  })

/** Another moment of the walk. */
export const turnTo =
  (at: number) =>
  ({ within: _, ...place }: Place): Place => ({ ...place, at })
