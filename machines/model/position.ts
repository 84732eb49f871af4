import { type Edge, edgesOf } from './edges.ts'
import type { Flow } from './flow.ts'
import { interpret } from './interpret.ts'
import type { Did, Observation } from './observation.ts'
import type { StepId } from './origin.ts'
import { isSighted } from './sighting.ts'
import { begin, choicesAt, type Moment, momentKey, reach, send } from './walk.ts'

/** One state that fits everything observed so far. */
export interface Position {
  flow: Flow
  moment: Moment
  /** Events that lead from the given to this moment: the way that was seen or, off the path, the shortest one. */
  walk: readonly string[]
  /** Documented steps seen to succeed. */
  done: readonly StepId[]
  /** Steps on the way here whose outcome has not been seen yet. */
  unseen: readonly StepId[]
  /** Where the form was opened that is being filled in. */
  opened?: Position
  /** What happened since the screen was opened, and what the model did not know then. */
  meanwhile: readonly Did[]
}

type Shown = NonNullable<Observation['shown']>

export const startPosition = (flow: Flow, given: string): Position => ({
  flow,
  moment: begin(flow, given),
  walk: [],
  done: [],
  unseen: [],
  meanwhile: [],
})

/** The position some events further on; `seen`: their outcome was. */
function moveOn(from: Position, moments: readonly Moment[], seen: boolean): Position[] {
  const last = moments.at(-1)
  if (!last) return []
  const steps = moments.flatMap(({ edge }) => (edge && 'step' in edge.meta ? edge.meta.step : []))
  const taken = last.edge?.meta.refused ? [] : [...from.unseen, ...steps]
  return [
    {
      flow: from.flow,
      moment: last,
      walk: [...from.walk, ...moments.flatMap(({ edge }) => edge?.event ?? [])],
      done: seen ? [...new Set([...from.done, ...taken])] : from.done,
      unseen: seen ? [] : taken,
      meanwhile: [],
    },
  ]
}

/** Where an event leads that is known by a sighting. */
export function sighted(from: Position, observation: Observation): Position[] {
  const { flow, moment } = from
  return choicesAt(flow, moment).flatMap(({ event }) => {
    const isSeen = flow.events[event]?.seen?.some((sighting) => isSighted(sighting, observation))
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
      return fit ? moveOn(start, moments, shown !== undefined).map((to) => ({ to, fields })) : []
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

/** A field was filled in and the form is still open: what the model knows of it, to be seen when the form is sent. */
export function typed(from: Position, did: Did): Position {
  const opened = from.opened ?? from
  const [best] = interpret(from.flow, from.moment, did)
    .toSorted((a, b) => b.fields - a.fields)
    .flatMap(({ moments }) => moveOn(from, moments, true))
  return best ? { ...best, opened, meanwhile: from.meanwhile } : { ...from, opened }
}

/** The clock moved. Where the model does not know that yet, it may matter once the form is sent. */
export function waited(from: Position, did: Did): Position {
  const opened = from.opened && { ...from.opened, meanwhile: [...from.opened.meanwhile, did] }
  const [known] = interpret(from.flow, from.moment, did).flatMap(({ moments }) => moveOn(from, moments, true))
  const next = known ?? { ...from, meanwhile: [...from.meanwhile, did] }
  return opened ? { ...next, opened } : next
}

/** A screen is seen without anything being done: what led to it has succeeded. */
export function confirmed(from: Position, { screen }: Shown): Position[] {
  if (screen !== from.moment.screen) return []
  return [{ ...from, done: [...new Set([...from.done, ...from.unseen])], unseen: [] }]
}

/**
 * The positions of a flow at which that screen is shown, the likeliest first: those that can still be reached, then those
 * from the beginning. A message is evidence for states that a refusal leads to.
 */
export function positionsAt(flow: Flow, given: string, shown: Shown, from: readonly Position[]): Position[] {
  const beginning = reachable(flow, begin(flow, given))
  const near = from.filter((one) => one.flow === flow).flatMap(({ moment }) => reachable(flow, moment))
  const places = [...near, ...beginning].filter(({ moment }) => moment.screen === shown.screen)
  const walks = new Map(beginning.map(({ moment, events }) => [momentKey(moment), events]))
  const done = commonDone(from)
  const all = distinct(
    places.map(({ moment, events }) => ({
      ...{ flow, moment, done, unseen: [], meanwhile: [] },
      walk: walks.get(momentKey(moment)) ?? events,
    })),
  )
  const evidence = [evidenceFor(shown, 'same words'), evidenceFor(shown, 'same kind'), () => true]
  return evidence.map((holds) => all.filter(holds)).find(({ length }) => length > 0) ?? []
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

/** The steps that were seen to succeed wherever one may be. */
export function commonDone(positions: readonly Position[]): StepId[] {
  const [first, ...others] = positions
  return (first?.done ?? []).filter((step) => others.every(({ done }) => done.includes(step)))
}
