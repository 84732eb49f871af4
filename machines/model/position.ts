import { type Edge, edgesOf } from './edges.ts'
import type { EventSpec } from './event.ts'
import { isShownBy } from './evidence.ts'
import type { Flow } from './flow.ts'
import { interpret } from './interpret.ts'
import type { Did, Observation } from './observation.ts'
import type { StepId } from './origin.ts'
import { advance, noProgress, type Progress } from './progress.ts'
import { begin, choicesAt, type Moment, momentKey, reach, send } from './walk.ts'

/** A moment, and the events that lead to it from the given: the way that was seen or, off the path, the shortest one. */
export interface WalkedMoment {
  moment: Moment
  walk: readonly string[]
}

/** One state that fits everything observed so far. */
export interface Position extends WalkedMoment {
  flow: Flow
  given: string
  /** Documented steps seen to succeed. */
  progress: Progress
  /** The last place on the way here that was seen. */
  settled: WalkedMoment
  /** Places after it, whose outcome has not been seen yet. */
  unseen: readonly WalkedMoment[]
  /** Where the form was opened that is being filled in. */
  opened?: Position
  /** What happened since the screen was opened, and what the model did not know then. */
  meanwhile: readonly Did[]
}

type Shown = NonNullable<Observation['shown']>

export function startPosition(flow: Flow, given: string): Position {
  const place: WalkedMoment = { moment: begin(flow, given), walk: [] }
  return { flow, given, ...place, progress: noProgress, settled: place, unseen: [], meanwhile: [] }
}

/** The position some moments further on; `seen`: their outcome was. */
function moveOn(from: Position, moments: readonly Moment[], seen: boolean): Position[] {
  const { flow, given, progress, settled, unseen } = from
  let { walk } = from
  const places = moments.map((moment): WalkedMoment => {
    if (moment.edge) walk = addEvent(flow, walk, moment.edge.event)
    return { moment, walk }
  })
  const last = places.at(-1)
  if (!last) return []
  const moved: Position = {
    ...{ flow, given, ...last, progress, settled },
    unseen: [...unseen, ...places],
    meanwhile: [],
  }
  return [seen ? withOutcome(moved) : moved]
}

/** An event that is done several times takes the place of the single attempts before it. */
function addEvent({ events }: Flow, walk: readonly string[], event: string): readonly string[] {
  const wayOf = ({ fill, press }: Partial<EventSpec> = {}) => JSON.stringify([fill, press])
  const isAttempt = (one: string) => wayOf(events[one]) === wayOf(events[event])
  const first = (events[event]?.times ?? 1) > 1 ? walk.findLastIndex((one) => !isAttempt(one)) + 1 : undefined
  return [...walk.slice(0, first), event]
}

/** What led to a position has succeeded. */
const withOutcome = (position: Position): Position => ({
  ...position,
  progress: position.unseen.reduce(
    (progress, { moment }) => advance(position.flow, progress, moment),
    position.progress,
  ),
  settled: { moment: position.moment, walk: position.walk },
  unseen: [],
})

/** Where an event leads that is known by a evidence. */
export function evidenced(from: Position, observation: Observation): Position[] {
  const { flow, moment } = from
  return choicesAt(flow, moment).flatMap(({ event }) => {
    const isSeen = flow.events[event]?.seen?.some((evidence) => isShownBy(evidence, observation))
    const next = isSeen ? send(flow, moment, event) : undefined
    return next ? moveOn(from, [next], true) : []
  })
}

/** Where the model's events lead that stand for what was done; none where it knows no such event, or another screen is shown. */
export function followed(from: Position, did: Did, shown: Shown | undefined): Position[] {
  const starts = [from, ...(from.opened ? [from.opened] : [])]
  const found = starts.flatMap((start) =>
    interpret(start.flow, start.moment, did, start.meanwhile).flatMap(({ moments, fields }) => {
      const last = moments.at(-1)
      const fit = last?.edge && (!shown || fits(last.edge, last, shown))
      // Only its performer can see it: the outcome is the proof that it was done.
      return fit
        ? moveOn(start, moments, shown !== undefined || did.what === 'perform').map((to) => ({ to, fields }))
        : []
    }),
  )
  const most = Math.max(...found.map(({ fields }) => fields))
  return found.filter(({ fields }) => fields === most).map(({ to }) => to)
}

/** A transition leads to the screen that is shown, with its message if it has one. */
function fits(edge: Edge, { screen }: Moment, { screen: shown, message }: Shown): boolean {
  const { shows, refused } = edge.meta
  if (screen !== shown) return false
  if (shows === undefined) return true
  return message === undefined ? !refused : says(message, shows)
}

const says = (message: string, part: string) => message.toLowerCase().includes(part.toLowerCase())

/** Fields were filled in and the form is still open: what the model knows of it, to be seen when the form is sent. */
export function typed(from: Position, did: Extract<Did, { what: 'type' }>): Position {
  const opened = from.opened ?? from
  if (did.screen !== opened.moment.screen) return from
  const [best] = interpret(opened.flow, opened.moment, did, opened.meanwhile)
    .toSorted((a, b) => b.fields - a.fields || a.moments.length - b.moments.length)
    .flatMap(({ moments }) => moveOn(opened, moments, true))
  return { ...(best ?? opened), opened, meanwhile: best ? from.meanwhile : opened.meanwhile }
}

/** The clock moved. Where the model does not know that yet, it may matter once the form is sent. */
export function waited(from: Position, did: Extract<Did, { what: 'wait' }>): Position {
  const opened = from.opened && { ...from.opened, meanwhile: addWait(from.opened.meanwhile, did) }
  const meanwhile = addWait(from.meanwhile, did)
  const [known] = meanwhile
    .flatMap((one) => interpret(from.flow, from.moment, one))
    .flatMap(({ moments }) => moveOn(from, moments, true))
  return { ...(known ?? { ...from, meanwhile }), ...(opened && { opened }) }
}

/** Time that passes bit by bit adds up. */
function addWait(meanwhile: readonly Did[], did: Extract<Did, { what: 'wait' }>): Did[] {
  const before = meanwhile.flatMap((one) => (one.what === 'wait' ? one.seconds : []))
  const seconds = before.reduce((sum, one) => sum + one, did.seconds)
  return [...meanwhile.filter(({ what }) => what !== 'wait'), { what: 'wait', seconds }]
}

/** A screen is seen without anything being done: what led to it has succeeded. */
export const confirmed = (from: Position, { screen }: Shown): Position[] =>
  screen === from.moment.screen ? [withOutcome(from)] : []

/**
 * The positions of a flow at which that screen is shown, the likeliest first: what the machine remembers is as it was, and the
 * state can still be reached. A message is evidence for states that a refusal leads to.
 */
export function positionsAt(flow: Flow, given: string, shown: Shown, from: readonly Position[]): Position[] {
  const near = from.filter((one) => one.flow === flow)
  const isShown = ({ screen }: Moment) => screen === shown.screen
  const done = commonDone(from)
  const all = distinct(
    [...near, startPosition(flow, given)].flatMap((start) => placesFrom(start, done, isShown)),
  )
  const rank = rankOfMemory(near)
  const sorted = all.toSorted((one, other) => rank(one) - rank(other))
  const evidence = [evidenceFor(shown, 'same words'), evidenceFor(shown, 'same kind'), () => true]
  return evidence.map((holds) => sorted.filter(holds)).find(({ length }) => length > 0) ?? []
}

/**
 * Where a link of a mail or an address leads. It can be opened from anywhere: from every state of the flow that
 * remembers the same.
 */
export const openedFromAnywhere = (from: Position, did: Did, shown: Shown): Position[] =>
  did.what === 'follow' || did.what === 'visit'
    ? placesFrom(startPosition(from.flow, from.given), from.progress.done, () => true)
        .filter((place) => memoryOf(place) === memoryOf(from))
        .flatMap((place) => followed(place, did, shown))
    : []

/** Every position that can be reached from one. */
function placesFrom(
  { flow, given, moment }: Position,
  done: readonly StepId[],
  isWanted: (moment: Moment) => boolean,
): Position[] {
  const places = reachable(flow, moment).filter(({ moment }) => isWanted(moment))
  if (places.length === 0) return []
  const walks = new Map(
    reachable(flow, begin(flow, given)).map(({ moment, events }) => [momentKey(moment), events]),
  )
  return places.map(({ moment, events }) => {
    const place: WalkedMoment = { moment, walk: walks.get(momentKey(moment)) ?? events }
    const progress = { done, begun: [] }
    return { flow, given, ...place, progress, settled: place, unseen: [], meanwhile: [] }
  })
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

/** One position for each moment, the first of them. */
export function distinct(positions: readonly Position[]): Position[] {
  const byMoment = new Map<string, Position>()
  for (const position of positions) {
    const key = `${position.flow.id} ${momentKey(position.moment)}`
    if (!byMoment.has(key)) byMoment.set(key, position)
  }
  return [...byMoment.values()]
}

/** The steps that were seen to succeed, whatever the position. */
export function commonDone(positions: readonly Position[]): StepId[] {
  const [first, ...others] = positions
  return (first?.progress.done ?? []).filter((step) =>
    others.every(({ progress }) => progress.done.includes(step)),
  )
}
