import { type Edge, edgesOf } from './edges.ts'
import type { Flow } from './flow.ts'
import type { Did } from './observation.ts'
import {
  commonProgress,
  distinct,
  followed,
  type Position,
  type Shown,
  says,
  startPosition,
  type WalkedMoment,
} from './position.ts'
import type { Lasting } from './progress.ts'
import { begin, type Moment, momentKey, walk as momentsOf, reach } from './walk.ts'

/**
 * The positions of a flow at which that screen is shown, the likeliest first: what the machine remembers is as it was, the person
 * was there before, and the state can still be reached. A message is evidence for states that a refusal leads to.
 */
export function positionsAt(flow: Flow, given: string, shown: Shown, from: readonly Position[]): Position[] {
  const near = from.filter((one) => one.flow === flow)
  const isShown = ({ screen }: Moment) => screen === shown.screen
  const lasting = commonProgress(from)
  const all = distinct(
    [...near, startPosition(flow, given)].flatMap((start) => placesFrom(start, lasting, isShown)),
  )
  const [memory, visit] = [rankOfMemory(near), rankOfVisit(near)]
  const sorted = all.toSorted((one, other) => memory(one) - memory(other) || visit(one) - visit(other))
  const evidence = [evidenceFor(shown, 'same words'), evidenceFor(shown, 'same kind'), () => true]
  return evidence.map((holds) => sorted.filter(holds)).find(({ length }) => length > 0) ?? []
}

/**
 * Where a link of a mail or an address leads. It can be opened from anywhere: from every state of the flow that
 * remembers the same.
 */
export const openedFromAnywhere = (from: Position, did: Did, shown: Shown): Position[] =>
  did.what === 'follow' || did.what === 'visit'
    ? placesFrom(startPosition(from.flow, from.given), from.progress, () => true)
        .filter((place) => memoryOf(place) === memoryOf(from))
        .flatMap((place) => followed(place, did, shown))
    : []

/**
 * Where something leads that was done on another page than the one that was seen last. A page can be gone back to, which nobody
 * tells of; and a link of that name that leads to the same page does the same on any page, as those in a pane do.
 */
export function doneElsewhere(from: readonly [Position, ...Position[]], did: Did, shown: Shown): Position[] {
  if (did.what !== 'send' || from.some(({ moment }) => moment.screen === did.screen)) return []
  const [{ flow, given }] = from
  const back = positionsAt(flow, given, { screen: did.screen }, from).flatMap((one) =>
    followed(one, did, shown),
  )
  if (back.length > 0) return back
  const isLink = did.key === undefined && Object.keys(did.fields).length === 0
  return isLink ? from.flatMap((one) => followed(one, { ...did, screen: one.moment.screen }, shown)) : []
}

/** Every position that can be reached from one. */
function placesFrom(
  { flow, given, moment }: Position,
  lasting: Lasting,
  isWanted: (moment: Moment) => boolean,
): Position[] {
  const places = reachable(flow, moment).filter(({ moment }) => isWanted(moment))
  if (places.length === 0) return []
  const walks = new Map(
    reachable(flow, begin(flow, given)).map(({ moment, events }) => [momentKey(moment), events]),
  )
  return places.map(({ moment, events }) =>
    assume({ flow, given }, { moment, walk: walks.get(momentKey(moment)) ?? events }, lasting),
  )
}

const assume = (
  of: Pick<Position, 'flow' | 'given'>,
  place: WalkedMoment,
  { done, taken }: Lasting,
): Position => ({
  ...of,
  ...place,
  assumed: place.walk.length,
  progress: { done, begun: [], taken },
  settled: place,
  unseen: [],
  meanwhile: [],
})

/**
 * The position at the end of a walk; none if the machine remembers something else by now, or does not know the walk. As far as it is
 * the way to the position before, it was seen as that was.
 */
export function positionAfter(now: Position, walk: readonly string[]): Position[] {
  const { flow, given, progress } = now
  const moment = momentsOf(flow, given, walk)[walk.length]
  const isSameWay = walk.every((event, n) => event === now.walk[n])
  const assumed = isSameWay ? Math.min(now.assumed, walk.length) : walk.length
  const position = moment && { ...assume({ flow, given }, { moment, walk }, progress), assumed }
  return position && memoryOf(position) === memoryOf(now) ? [position] : []
}

/** The way to where a screen was shown last before the one that is shown now; none where it never was. */
export function lastVisit({ flow, given, walk, moment }: Position, shown: Shown | undefined): string[][] {
  if (moment.screen === shown?.screen) return []
  const visited = momentsOf(flow, given, walk).findLastIndex(({ screen }) => screen === shown?.screen)
  return visited < 0 ? [] : [walk.slice(0, visited)]
}

/** What a machine remembers in addition to its state. */
const memoryOf = ({ moment }: Position) => JSON.stringify(moment.snapshot.context)

/** The earlier one of these positions remembers the same, the lower; what none of them remembers comes last. */
function rankOfMemory(positions: readonly Position[]) {
  const memories = positions.map(memoryOf)
  return (one: Position) => {
    const found = memories.indexOf(memoryOf(one))
    return found < 0 ? memories.length : found
  }
}

/** Where the walk was last, the lower; what lies ahead of it comes last: nobody has seen how it was reached. */
function rankOfVisit([here]: readonly Position[]) {
  const keys = here ? momentsOf(here.flow, here.given, here.walk).map(momentKey).toReversed() : []
  return ({ moment }: Position) => {
    const found = keys.indexOf(momentKey(moment))
    return found < 0 ? keys.length : found
  }
}

/**
 * Whether the way into a state shows such a message: these words, or any refusal where there is a message and none where there
 * is not. A screen that has just come up has nothing typed into it.
 */
const evidenceFor =
  ({ message }: Shown, how: 'same words' | 'same kind') =>
  ({ flow, moment }: Position): boolean => {
    const opens = ({ event }: Edge) =>
      flow.events[event]?.fill === undefined || flow.events[event]?.press !== undefined
    const into = edgesOf(flow).filter(({ target }) => target === moment.state)
    if (how === 'same words')
      return (
        message !== undefined &&
        into.some(({ meta }) => meta.shows !== undefined && says(message, meta.shows))
      )
    const isRefusal = (edge: Edge) => edge.meta.refused === true
    if (message !== undefined) return into.some(isRefusal)
    return into.length === 0 || into.some((edge) => opens(edge) && !isRefusal(edge))
  }

/** Whether a message is one that leads to another state of the same screen. */
export const hasOwnWords = (shown: Shown, positions: readonly Position[]): boolean =>
  positions.some(evidenceFor(shown, 'same words'))

const reaches = new WeakMap<Flow, Map<string, ReturnType<typeof reach>>>()

/** {@link reach}, remembered: a tracker asks for the same again and again. */
function reachable(flow: Flow, from: Moment): ReturnType<typeof reach> {
  const known = reaches.get(flow) ?? new Map<string, ReturnType<typeof reach>>()
  reaches.set(flow, known)
  const key = momentKey(from)
  const found = known.get(key) ?? reach(flow, from)
  known.set(key, found)
  return found
}
