import type { Edge } from './edges.ts'
import type { EventSpec } from './event.ts'
import { isShownBy } from './evidence.ts'
import type { Flow } from './flow.ts'
import { interpret } from './interpret.ts'
import type { Did, Observation } from './observation.ts'
import { advance, type Lasting, noProgress, type Progress } from './progress.ts'
import { begin, choicesAt, type Moment, momentKey, walk as momentsOf, send } from './walk.ts'

/** A moment, and the events that lead to it from the given: the way that was seen or, off the path, the shortest one. */
export interface WalkedMoment {
  moment: Moment
  walk: readonly string[]
}

/** One state that fits everything observed so far. */
export interface Position extends WalkedMoment {
  flow: Flow
  given: string
  /** How many events at the beginning of the walk were not seen: off the path, that is the shortest way here. */
  assumed: number
  /** What was seen to succeed. */
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

export type Shown = NonNullable<Observation['shown']>

export function startPosition(flow: Flow, given: string): Position {
  const place: WalkedMoment = { moment: begin(flow, given), walk: [] }
  return {
    flow,
    given,
    ...place,
    assumed: 0,
    progress: noProgress,
    settled: place,
    unseen: [],
    meanwhile: [],
  }
}

/** The position some moments further on; `seen`: their outcome was. */
function moveOn(from: Position, moments: readonly Moment[], seen: boolean): Position[] {
  const { flow, given, assumed, progress, settled, unseen } = from
  let { walk } = from
  const places = moments.map((moment): WalkedMoment => {
    if (moment.edge) walk = addEvent(flow, walk, moment.edge.event)
    return { moment, walk }
  })
  const last = places.at(-1)
  if (!last) return []
  const moved: Position = {
    ...{ flow, given, ...last, assumed: Math.min(assumed, last.walk.length), progress, settled },
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

/** Where an event leads whose evidence is what was observed. */
export function evidenced(from: Position, observation: Observation): Position[] {
  const { flow, moment } = from
  return choicesAt(flow, moment).flatMap(({ event }) => {
    const isSeen = flow.events[event]?.seen?.some((evidence) => isShownBy(evidence, observation))
    const next = isSeen ? send(flow, moment, event) : undefined
    return next ? moveOn(from, [next], true) : []
  })
}

/** Where the events that match what was done lead; none if the model knows no such event, or another screen is shown. */
export function followed(from: Position, did: Did, shown: Shown | undefined): Position[] {
  const starts = [from, ...(from.opened ? [from.opened] : [])]
  const found = starts.map((start) =>
    interpret(start.flow, start.moment, did, start.meanwhile).flatMap(({ moments, fields }) => {
      const last = moments.at(-1)
      const fit = last?.edge && (!shown || fits(last.edge, last, shown))
      // Only its performer can see it: the outcome is the proof that it was done.
      return fit
        ? moveOn(start, moments, shown !== undefined || did.what === 'perform').map((to) => ({ to, fields }))
        : []
    }),
  )
  const most = Math.max(...found.flat().map(({ fields }) => fields))
  // What the form has is what was typed: it is no other typing.
  const ordered = most > 0 ? found.toReversed() : found
  return ordered.flat().flatMap(({ to, fields }) => (fields === most ? to : []))
}

/** A transition leads to the screen that is shown, with its message if it has one. */
function fits(edge: Edge, { screen }: Moment, { screen: shown, message }: Shown): boolean {
  const { shows, refused } = edge.meta
  if (screen !== shown) return false
  if (shows === undefined) return true
  return message === undefined ? !refused : says(message, shows)
}

/** Whether a message contains these words, in any case. */
export const says = (message: string, part: string) => message.toLowerCase().includes(part.toLowerCase())

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

/** Where a position was before the refusals that it ends with, if they changed nothing but what the page says. */
export function beforeRefusals(position: Position): Position {
  const { flow, given, moment, walk, assumed } = position
  if (!moment.edge?.meta.refused) return position
  const moments = momentsOf(flow, given, walk)
  const last = moments.findLastIndex(({ edge }) => !edge?.meta.refused)
  const before = moments[last]
  if (!before || momentKey(before) !== momentKey(moment)) return position
  const place: WalkedMoment = { moment: before, walk: walk.slice(0, last) }
  return { ...position, ...place, assumed: Math.min(assumed, last), settled: place, unseen: [] }
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

/** What was seen to succeed, whatever the position. */
export function commonProgress([first, ...others]: readonly Position[]): Lasting {
  const common = <One>(of: (position: Position) => readonly One[]) =>
    (first ? of(first) : []).filter((one) => others.every((other) => of(other).includes(one)))
  return {
    done: common(({ progress }) => progress.done),
    taken: common(({ progress }) => progress.taken),
  }
}
