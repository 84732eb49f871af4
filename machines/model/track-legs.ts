import { isJourney } from './flow.ts'
import type { Observation } from './observation.ts'
import { flowOf } from './perform.ts'
import { isOf } from './progress.ts'
import { isAway, progressSeen, startTrack, type Track } from './track.ts'
import { choicesAt } from './walk.ts'

/** A procedure that a journey can go on with, and how far it has been followed. */
export interface TrackedLeg {
  track: Track
  /** Somebody other than the account's holder walks it. */
  isOfOther: boolean
}

/** The procedures that a journey can go on with at its moment, each at its beginning. */
function beginLegs({ pack, flow, own }: Track): TrackedLeg[] {
  const legs = choicesAt(flow, own.moment).flatMap(({ event }) => {
    const { leg, as } = flow.events[event] ?? {}
    if (!leg) return []
    const inner = flowOf(pack, leg.flow)
    const given = leg.given ?? Object.keys(inner.givens)[0] ?? ''
    const leads = { track: startTrack(pack, inner, given), isOfOther: as !== undefined }
    return [[`${inner.id} ${given}`, leads] as const]
  })
  return [...new Map(legs).values()]
}

/**
 * The procedures that a journey can go on with after an observation. Once the journey has moved, it goes on with others.
 * @param observe follows one of them
 */
export function observeLegs(
  before: Track,
  after: Track,
  { again, by, ...seen }: Observation,
  observe: (track: Track, observation: Observation) => Track,
): readonly TrackedLeg[] | undefined {
  if (!isJourney(after.flow)) return undefined
  if (before.own.walk.join() !== after.own.walk.join()) return beginLegs(after)
  return (before.legs ?? beginLegs(before)).map(({ track, isOfOther }) => ({
    track: observe(track, isOfOther ? seen : { ...seen, by }),
    isOfOther,
  }))
}

/** Whether something of the procedure itself was followed: what is left to do in the one before it is none of it. */
const isBegun = (track: Track) => progressSeen(track).taken.some((transition) => isOf(track.flow, transition))

/** The procedure of a journey that is being walked: of those in which something was followed, one that has what is shown. */
export function trackWithin({ legs = [] }: Track): Track | undefined {
  const begun = legs.map(({ track }) => track).filter(isBegun)
  return begun.find((track) => !isAway(track) && track.fit !== 'unknown') ?? begun[0]
}
