import { type Flow, isJourney } from './flow.ts'
import { asLastSent, type LastSent, sentAt } from './last-sent.ts'
import type { Did, Observation } from './observation.ts'
import type { StepId } from './origin.ts'
import type { Pack } from './pack.ts'
import {
  beforeRefusals,
  commonProgress,
  confirmed,
  distinct,
  evidenced,
  followed,
  type Position,
  startPosition,
  typed,
  type WalkedMoment,
  waited,
} from './position.ts'
import {
  doneElsewhere,
  hasOwnWords,
  lastVisit,
  openedFromAnywhere,
  positionAfter,
  positionsAt,
} from './positions-at.ts'
import type { Lasting } from './progress.ts'
import { observeBehind, observeLegs, type TrackedLeg } from './track-legs.ts'

/**
 * How the last observation fits the model:
 * - `followed`: it is a transition, or changes nothing
 * - `unmodelled`: the flow does not know what was done, and its screen has not changed
 * - `left`: no transition leads to the screen that is shown; the tracker continues there, in another flow if necessary
 * - `returned`: a screen of the flow is shown again after another flow, or after a screen that the pack does not have
 * - `unknown`: the pack has no state with that screen; the positions are those from before
 */
export type Fit = 'followed' | 'unmodelled' | 'left' | 'returned' | 'unknown'

type Shown = NonNullable<Observation['shown']>

/** What a tracker makes of everything observed so far. */
export interface Track {
  pack: Pack
  flow: Flow
  given: string
  /** Every state that fits, the likeliest first. Never empty. */
  positions: readonly [Position, ...Position[]]
  /** The likeliest of them in the tracker's own flow; while another flow is followed, the last one there. */
  own: Position
  fit: Fit
  /** The screen that is shown; `undefined` as long as it has not been seen. */
  shown?: string | undefined
  /** What the product has said about what the browser brought back from the provider, where the model knows no such answer. */
  refused?: string | undefined
  /** The forms that were sent, those included that were gone back over. */
  sent?: LastSent | undefined
  /** The procedures that a journey can go on with. */
  legs?: readonly TrackedLeg[] | undefined
  /** The procedure that the journey has gone on from with its last event: what is left of it can still be done. */
  behind?: TrackedLeg | undefined
}

/** The beginning, before anything is observed. */
export function startTrack(pack: Pack, flow: Flow, given: string): Track {
  const start = startPosition(flow, given)
  return { pack, flow, given, positions: [start], own: start, fit: 'followed' }
}

/** What the model makes of everything observed, one after the other. */
export const track = (pack: Pack, flow: Flow, given: string, observations: readonly Observation[]): Track =>
  observations.reduce(observe, startTrack(pack, flow, given))

/** The documented steps that were seen to succeed, whichever of the positions is right. */
export const stepsDone = (track: Track): StepId[] => [...progressSeen(track).done]

/** What was seen to succeed, whichever of the positions is right. */
export const progressSeen = ({ positions }: Track): Lasting => commonProgress(positions)

/**
 * The state to report for a position, if it is certain: a page of the product must have been seen. Pages of another
 * party are believed, because the product does not report them.
 */
export const placeOf = ({ pack }: Track, { settled, unseen }: Position): WalkedMoment =>
  unseen.findLast(({ moment }) => (pack.screens[moment.screen]?.party ?? 'product') !== 'product') ?? settled

/** Whether the likeliest position is in another flow than the tracker's own. */
export const isAway = ({ flow, positions: [first] }: Track): boolean => first.flow !== flow

/** Applies one more observation to the track. */
export function observe(track: Track, observation: Observation): Track {
  const next = observeFlow(track, observation)
  const legs = observeLegs(track, next, observation, observe)
  const behind = observeBehind(track, next, observation, observe)
  const isSame = observation.again !== undefined || next.own.walk === track.own.walk
  const sent = isSame ? track.sent : sentAt(track.flow, track.sent ?? {}, next.own.moment)
  const refused = refusedAt(track, next, observation)
  const isKept =
    sent === next.sent && legs === next.legs && behind === next.behind && refused === next.refused
  return isKept ? next : { ...next, sent, legs, behind, refused }
}

/** Until something else is done or shown, the last answer of the product holds. */
function refusedAt(track: Track, next: Track, { did, shown }: Observation): string | undefined {
  if (did?.what === 'return' && shown) return next.fit === 'left' ? shown.message : undefined
  const isStill = did === undefined && (shown === undefined || shown.screen === track.shown)
  return isStill ? track.refused : undefined
}

function observeFlow(track: Track, observation: Observation): Track {
  const { did, shown, by, again } = observation
  if (again) return observeAgain(track, again.walk, shown)
  const seen = track.positions.flatMap((position) => evidenced(position, observation))
  if (isJourney(track.flow)) return observeJourney(track, seen, shown)
  if (by !== undefined) return seen.length > 0 ? goOn(track, seen, 'followed', track.shown) : track
  const fitting = seen.filter(({ moment }) => moment.screen === shown?.screen)
  if (fitting.length > 0) return goOn(track, fitting, 'followed', shown?.screen)
  switch (did?.what) {
    case 'type':
      return observeTyping(track, did)
    case 'wait': {
      const later = track.positions.map((position) => waited(position, did))
      const isShown = later.some(({ moment }) => moment.screen === track.shown)
      return goOn(track, later, track.fit, isShown || track.fit === 'unknown' ? track.shown : undefined)
    }
    default:
      return observeAction(track, did, shown)
  }
}

/**
 * A page that is shown again is at the place where it was before, with what the product was sent since. Where that cannot be, it says
 * no more what it has refused.
 */
function observeAgain(track: Track, walk: readonly string[], shown: Shown | undefined): Track {
  const { flow, given, own, sent = {} } = track
  // The walk may have an event too many: the tracker may hear of it before the next page is shown.
  const shorter = walk.map((_, n) => walk.slice(0, n)).reverse()
  const [before = []] = [asLastSent(flow, given, walk, sent), walk, ...lastVisit(own, shown), ...shorter]
    .map((one) => positionAfter(own, one).filter(({ moment }) => moment.screen === shown?.screen))
    .filter(({ length }) => length > 0)
  return before.length > 0
    ? goOn(track, before.map(beforeRefusals), hasLeft(track) ? 'returned' : 'followed', shown?.screen)
    : goOn(track, track.positions.map(beforeRefusals), track.fit, track.shown)
}

/** The events of a journey are whole procedures: what happens within them is not its own, and shows nothing of where it is. */
const observeJourney = (track: Track, seen: readonly Position[], shown: Shown | undefined): Track =>
  goOn(track, seen.length > 0 ? seen : track.positions, 'followed', shown?.screen ?? track.shown)

/** What is typed as the model has it is a step, also after the flow was left. On a page that no flow has it is none. */
function observeTyping(track: Track, did: Extract<Did, { what: 'type' }>): Track {
  if (track.fit === 'unknown') return track
  const next = track.positions.map((position) => typed(position, did))
  const isKnown = next.some(({ moment }, n) => moment !== track.positions[n]?.moment)
  return goOn(track, next, isKnown ? 'followed' : track.fit, track.shown)
}

function observeAction(track: Track, did: Did | undefined, shown: Shown | undefined): Track {
  if (!did && !shown) return track
  const next = did ? track.positions.flatMap((position) => followed(position, did, shown)) : []
  if (next.length > 0) return preferOwnFlow(goOn(track, next, fitOf(track, next), shown?.screen), shown)
  if (!shown) {
    // Whatever leads on from an unknown screen, nothing known is shown by that.
    const isUnmodelled = did && did.what !== 'return' && track.fit !== 'unknown'
    return { ...track, fit: isUnmodelled ? 'unmodelled' : track.fit, shown: undefined }
  }

  const back = did ? doneElsewhere(isAway(track) ? [track.own] : track.positions, did, shown) : []
  if (back.length > 0) return goOn(track, back, fitOf(track, back), shown.screen)

  const isSent = did?.what === 'send'
  // What was typed into a form that the product did not take is gone, as far as the model knows.
  const before = isSent
    ? track.positions.map(({ opened, ...position }) => opened ?? position)
    : track.positions
  const stayed = before.flatMap((position) => confirmed(position, shown))
  const from = isAway(track) ? [track.own, ...before] : before
  const elsewhere = positionsAt(track.flow, track.given, shown, from)
  if (stayed.length > 0 && !(isSent && shown.message !== undefined && hasOwnWords(shown, elsewhere))) {
    const isUnmodelled = isSent && track.fit !== 'unknown'
    return goOn(track, stayed, isUnmodelled ? 'unmodelled' : fitOf(track, stayed), shown.screen)
  }
  const opened = did ? openedFromAnywhere(track.own, did, shown) : []
  if (opened.length > 0) return goOn(track, opened, fitOf(track, opened), shown.screen)
  if (elsewhere.length > 0) return goOn(track, elsewhere, hasLeft(track) ? 'returned' : 'left', shown.screen)
  const detours = track.pack.flows
    .filter((flow) => flow !== track.flow && !isJourney(flow))
    .flatMap((flow) => Object.keys(flow.givens).flatMap((given) => positionsAt(flow, given, shown, from)))
  if (detours.length > 0) return goOn(track, detours, 'left', shown.screen)
  return { ...track, fit: 'unknown', shown: shown.screen }
}

/** Another flow was followed, or an unknown screen was shown. */
const hasLeft = (track: Track) => isAway(track) || track.fit === 'unknown'

const fitOf = (track: Track, [first]: readonly Position[]): Fit =>
  hasLeft(track) && first?.flow === track.flow ? 'returned' : 'followed'

/** After another flow was followed, the tracker's own flow takes over as soon as it has the screen, too. */
function preferOwnFlow(track: Track, shown: Shown | undefined): Track {
  if (!shown || !isAway(track)) return track
  const own = positionsAt(track.flow, track.given, shown, [track.own, ...track.positions])
  return own.length > 0 ? goOn(track, own, 'returned', shown.screen) : track
}

/** If a screen has more positions than any flow does, they can never be told apart again. */
const MOST_POSITIONS = 32

function goOn(track: Track, positions: readonly Position[], fit: Fit, shown: string | undefined): Track {
  const [first, ...others] = distinct(positions).slice(0, MOST_POSITIONS)
  if (!first) return track
  const own = [first, ...others].find(({ flow }) => flow === track.flow) ?? track.own
  return { ...track, positions: [first, ...others], own, fit, shown }
}
