import { type Flow, isJourney } from './flow.ts'
import type { Observation } from './observation.ts'
import type { StepId } from './origin.ts'
import type { Pack } from './pack.ts'
import {
  commonDone,
  confirmed,
  distinct,
  followed,
  hasOwnWords,
  type Position,
  positionsAt,
  sighted,
  startPosition,
  typed,
  waited,
} from './position.ts'

/**
 * How the last observation fits the model:
 * - `followed`: it is a transition, or changes nothing
 * - `unmodelled`: something was done that the flow does not know, and its screen has not changed
 * - `left`: another screen is shown than any transition leads to; the tracker goes on there, in another flow if need be
 * - `returned`: a screen of the flow is shown again after another flow was followed
 * - `unknown`: the pack has no state with that screen; the positions are those from before
 */
export type Fit = 'followed' | 'unmodelled' | 'left' | 'returned' | 'unknown'

/** What a tracker makes of everything observed so far. */
export interface Track {
  pack: Pack
  flow: Flow
  given: string
  /** Every state that fits, the likeliest first. Never empty. */
  positions: readonly [Position, ...Position[]]
  fit: Fit
  /** The screen that is shown; `undefined` as long as it has not been seen. */
  shown?: string | undefined
}

/** The beginning, before anything is observed. */
export const startTrack = (pack: Pack, flow: Flow, given: string): Track => ({
  pack,
  flow,
  given,
  positions: [startPosition(flow, given)],
  fit: 'followed',
})

/** What the model makes of everything observed, one after the other. */
export const track = (pack: Pack, flow: Flow, given: string, observations: readonly Observation[]): Track =>
  observations.reduce(observe, startTrack(pack, flow, given))

/** The documented steps that were seen to succeed, whichever of the positions is right. */
export const stepsDone = ({ positions }: Track): StepId[] => commonDone(positions)

/** What the model makes of one more observation. */
export function observe(track: Track, observation: Observation): Track {
  const { did, shown } = observation
  const { positions } = track
  const seen = positions.flatMap((position) => sighted(position, observation))
  if (seen.length > 0) return goOn(track, seen, 'followed', shown?.screen)
  // What happens within the procedures of a journey is not its own.
  if (isJourney(track.flow) || observation.by !== undefined || (!did && !shown))
    return shown ? { ...track, shown: shown.screen } : track
  if (did?.what === 'type')
    return goOn(
      track,
      positions.map((position) => typed(position, did)),
      track.fit,
      track.shown,
    )
  if (did?.what === 'wait')
    return goOn(
      track,
      positions.map((position) => waited(position, did)),
      track.fit,
      track.shown,
    )

  const isDeed = did !== undefined && did.what !== 'return'
  const next = isDeed ? positions.flatMap((position) => followed(position, did, shown)) : []
  if (next.length > 0) return preferOwnFlow(goOn(track, next, 'followed', shown?.screen), shown)
  if (!shown) return { ...track, fit: isDeed ? 'unmodelled' : track.fit, shown: undefined }
  const stayed = positions.flatMap((position) => confirmed(position, shown))
  const elsewhere = positionsAt(track.flow, track.given, shown, positions)
  if (stayed.length > 0 && !(shown.message !== undefined && isDeed && hasOwnWords(shown, elsewhere)))
    return goOn(track, stayed, isDeed && did.what !== 'visit' ? 'unmodelled' : 'followed', shown.screen)
  if (elsewhere.length > 0) return goOn(track, elsewhere, returns(track) ? 'returned' : 'left', shown.screen)
  const detours = track.pack.flows.flatMap((flow) =>
    Object.keys(flow.givens).flatMap((given) => positionsAt(flow, given, shown, positions)),
  )
  if (detours.length > 0) return goOn(track, detours, 'left', shown.screen)
  return { ...track, fit: 'unknown', shown: shown.screen }
}

const returns = ({ flow, positions }: Track) => positions.every((position) => position.flow !== flow)

/** After another flow was followed, the tracker's own flow takes over as soon as it has the screen, too. */
function preferOwnFlow(track: Track, shown: Observation['shown']): Track {
  if (!shown || !returns(track)) return track
  const own = positionsAt(track.flow, track.given, shown, track.positions)
  return own.length > 0 ? goOn(track, own, 'returned', shown.screen) : track
}

/** More positions than any flow has for one screen are never told apart again. */
const MOST_POSITIONS = 32

function goOn(track: Track, positions: readonly Position[], fit: Fit, shown: string | undefined): Track {
  const [first, ...others] = distinct(positions).slice(0, MOST_POSITIONS)
  return first ? { ...track, positions: [first, ...others], fit, shown } : track
}
