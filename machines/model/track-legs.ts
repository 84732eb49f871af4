import { givenOf, isJourney } from './flow.ts'
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
    const given = givenOf(inner, leg)
    const leads = { track: startTrack(pack, inner, given), isOfOther: as !== undefined }
    return [[`${inner.id} ${given}`, leads] as const]
  })
  return [...new Map(legs).values()]
}

type Observe = (track: Track, observation: Observation) => Track

/** What was observed, for a procedure. */
function observeIn({ track, isOfOther }: TrackedLeg, observation: Observation, observe: Observe): TrackedLeg {
  const { again: _, by, ...seen } = observation
  return { track: observe(track, isOfOther ? seen : { ...seen, by }), isOfOther }
}

const hasMoved = (before: Track, after: Track) => before.own.walk.join() !== after.own.walk.join()

/**
 * The procedures that a journey can go on with after an observation. Once the journey has moved, it goes on with others.
 * @param observe follows one of them
 */
export function observeLegs(
  before: Track,
  after: Track,
  observation: Observation,
  observe: Observe,
): readonly TrackedLeg[] | undefined {
  if (!isJourney(after.flow)) return undefined
  if (hasMoved(before, after)) return beginLegs(after)
  return (before.legs ?? beginLegs(before)).map((leg) => observeIn(leg, observation, observe))
}

/** The procedure that the journey left with its last event, after an observation. */
export function observeBehind(
  before: Track,
  after: Track,
  observation: Observation,
  observe: Observe,
): TrackedLeg | undefined {
  if (!isJourney(after.flow)) return undefined
  const isOver = hasMoved(before, after)
  const behind = isOver ? legOfLast(before, after) : before.behind
  return behind && observeIn(behind, observation, observe)
}

/** The procedure of the journey's last event, as far as it was followed before the journey moved. */
function legOfLast(before: Track, { flow, own: { walk } }: Track): TrackedLeg | undefined {
  const event = walk.at(-1)
  const isNext = walk.slice(0, -1).join() === before.own.walk.join()
  const leg = event !== undefined && isNext ? flow.events[event]?.leg : undefined
  return (
    leg &&
    (before.legs ?? beginLegs(before)).find(
      ({ track }) => track.flow.id === leg.flow && track.given === givenOf(track.flow, leg),
    )
  )
}

/** Whether something of the procedure itself was followed: what is left to do in the one before it is none of it. */
const isBegun = (track: Track) => progressSeen(track).taken.some((transition) => isOf(track.flow, transition))

/** The procedure of a journey that is being walked: of those in which something was followed, one that has what is shown. */
export function trackWithin({ legs = [] }: Track): Track | undefined {
  const begun = legs.map(({ track }) => track).filter(isBegun)
  return begun.find((track) => !isAway(track) && track.fit !== 'unknown') ?? begun[0]
}
