import { type AnyMachineSnapshot, initialTransition, type StateValue, transition } from 'xstate'
import { type Flow, SIGNED_IN, type StateMeta } from './flow.ts'
import type { ScreenId } from './screens.ts'
import { type Edge, edgesOf } from './trace.ts'

/** One moment of a walk: where the person stands, and how they got there. */
export interface Moment {
  snapshot: AnyMachineSnapshot
  /** Dotted path of the innermost state: `changePassword.blank`. */
  state: string
  screen: ScreenId
  signedIn: boolean
  /** The transition that led here; none at the beginning. */
  edge?: Edge
}

function pathOf(value: StateValue): string {
  if (typeof value === 'string') return value
  return Object.entries(value)
    .map(([state, inner]) => (inner ? `${state}.${pathOf(inner)}` : state))
    .join(' ')
}

function momentOf(snapshot: AnyMachineSnapshot, edge?: Edge): Moment {
  const screen = Object.entries(snapshot.getMeta() as Record<string, StateMeta | undefined>)
    .sort(([a], [b]) => a.split('.').length - b.split('.').length)
    .findLast(([, meta]) => meta?.screen)?.[1]?.screen
  if (!screen)
    throw new Error(`No screen is named in the meta of the state ${JSON.stringify(snapshot.value)}.`)
  return { snapshot, state: pathOf(snapshot.value), screen, signedIn: snapshot.hasTag(SIGNED_IN), edge }
}

/** The moment at which a flow begins, with one of its givens. */
export function begin(flow: Flow, given: string): Moment {
  const [snapshot] = initialTransition(flow.machine, { given })
  return momentOf(snapshot)
}

/** The transition that an event takes at a moment; none where the model does not know the event there. */
export function edgeAt(flow: Flow, moment: Moment, event: string): Edge | undefined {
  const [taken] = flow.machine.getTransitionData(moment.snapshot, { type: event })
  if (!taken) return undefined
  return edgesOf(flow).find(
    (edge) => edge.event === event && edge.source === taken.source.path.join('.') && edge.meta === taken.meta,
  )
}

/** The moment after an event; none where the model does not know the event there. */
export function step(flow: Flow, moment: Moment, event: string): Moment | undefined {
  const edge = edgeAt(flow, moment, event)
  if (!edge) return undefined
  const [snapshot] = transition(flow.machine, moment.snapshot, { type: event })
  return momentOf(snapshot, edge)
}

/** Every transition that can be taken at a moment, in the order of the model. */
export function choicesAt(flow: Flow, moment: Moment): Edge[] {
  const events = new Set(edgesOf(flow).map(({ event }) => event))
  const here = [...events].flatMap((event) => edgeAt(flow, moment, event) ?? [])
  return edgesOf(flow).filter(({ id }) => here.some((edge) => edge.id === id))
}

/** Every moment of a walk, the beginning first; ends early at the first event that the model does not know. */
export const walk = (flow: Flow, given: string, events: string[]): Moment[] =>
  walkFrom(flow, begin(flow, given), events)

/** The same, from any moment. */
export function walkFrom(flow: Flow, from: Moment, events: string[]): Moment[] {
  const moments = [from]
  for (const event of events) {
    const next = step(flow, moments.at(-1) ?? from, event)
    if (!next) break
    moments.push(next)
  }
  return moments
}

/** A moment that can be reached from another, and the shortest way there. */
export interface Reached {
  moment: Moment
  events: string[]
}

const keyOf = ({ snapshot }: Moment) => JSON.stringify([snapshot.value, snapshot.context])

/**
 * Every moment that can be reached from one, the nearest first: itself, with no event.
 * @param may which transitions are taken; all by default
 */
export function reach(flow: Flow, from: Moment, may: (edge: Edge) => boolean = () => true): Reached[] {
  const reached: Reached[] = [{ moment: from, events: [] }]
  const seen = new Set([keyOf(from)])
  for (const { moment, events } of reached)
    for (const edge of choicesAt(flow, moment)) {
      const next = may(edge) ? step(flow, moment, edge.event) : undefined
      if (!next || seen.has(keyOf(next))) continue
      seen.add(keyOf(next))
      reached.push({ moment: next, events: [...events, edge.event] })
    }
  return reached
}
