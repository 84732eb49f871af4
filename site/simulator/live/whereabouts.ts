import type { EventSpec } from '../../../machines/model/event.ts'
import type { Flow } from '../../../machines/model/flow.ts'
import { isAway, placeOf, progressSeen, type Track } from '../../../machines/model/track.ts'
import { trackWithin } from '../../../machines/model/track-legs.ts'
import { choicesAt, type Moment, walk } from '../../../machines/model/walk.ts'
import type { Acting, Within } from '../Bench.tsx'
import { walkOfLeg } from '../model/happened.ts'
import { targetOf } from '../walk/target.ts'
import { undoneInWords } from '../walk/undone.ts'
import type { FramePage } from './frame-pages.ts'
import type { Live } from './open-live.ts'
import { type PathWords, pathWords, strayWords } from './path-words.ts'

/** Where the tracker is in another flow. */
export function actingOn(track: Track | undefined): Acting | undefined {
  if (!track || !isAway(track)) return undefined
  const [here] = track.positions
  const moments = walk(here.flow, here.given, placeOf(track, here).walk)
  return { flow: here.flow, moments, at: moments.length - 1 }
}

/** Where the tracker is in the procedure of a journey that is being walked. */
export function withinOn(track: Track | undefined): Within | undefined {
  const inner = track && trackWithin(track)
  if (!inner) return undefined
  const { flow, given, own } = inner
  const { moment, walk } = placeOf(inner, own)
  return moment.edge ? { flow, given, moment, isAssumed: walk.length <= own.assumed } : undefined
}

/** What was not done of the procedure that the journey has gone on from. It can still be done, and then it is said no more. */
export function undoneOn(track: Track | undefined): string | undefined {
  if (!track?.behind) return undefined
  const { pack, flow, own, behind } = track
  const { edge } = placeOf(track, own).moment
  const leg = edge && flow.events[edge.event]?.leg
  if (!leg || edge.meta.refused || leg.flow !== behind.track.flow.id) return undefined
  return undoneInWords(behind.track.flow, walkOfLeg(pack, leg), progressSeen(behind.track))
}

/** Labels of what the next thing is done with, wherever the tracker is: none where another party has words of its own. */
export function targetOn(track: Track): string[] | undefined {
  const inner = trackWithin(track) ?? track
  const [here] = inner.positions
  const { walk: way, moment } = placeOf(inner, here)
  if (track.pack.screens[moment.screen]?.words === 'any') return []
  const target = targetOf(here.flow, walk(here.flow, here.given, way), way.length)
  return target.length > 0 ? target : undefined
}

/** Mails, the clock and addresses are there whatever the frame shows. */
const isAnywhere = ({ at, goTo }: EventSpec) => at === 'mail' || at === 'clock' || goTo !== undefined

/** Whether an event of a flow can be done with what is shown. */
export function canBeDone(track: Track | undefined, flow: Flow, event: string): boolean {
  const spec = flow.events[event]
  return track?.fit !== 'unknown' || (spec !== undefined && isAnywhere(spec))
}

/** The addresses that the walk goes on with: where nothing is open yet, a person types one of them. */
export function addressesAhead(live: Live | undefined, flow: Flow, moment: Moment | undefined): string[] {
  if (!live || !moment) return []
  const names = choicesAt(flow, moment).flatMap(({ event }) => flow.events[event]?.goTo ?? [])
  return [...new Set(names)].map((name) => live.knowledge.address(name))
}

/**
 * What has to be said of the page that is shown, in addition to what has happened.
 * @param live absent while something is being done: a page that only passes by then is no surprise
 */
export function wordsOn(
  track: Track,
  page: FramePage | undefined,
  live: Live | undefined,
): PathWords | undefined {
  const stray = page && live && strayWords(track, { ...page, isOfProduct: live.frame.isOfProduct(page.url) })
  const inner = trackWithin(track)
  const within = inner && pathWords(inner, page?.title)
  return stray ?? pathWords(track, page?.title) ?? (within && { text: within.text })
}
