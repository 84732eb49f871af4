import { type AnyMachineSnapshot, initialTransition, type StateValue, transition } from 'xstate'
import { type Edge, edgesOf, stateMetaOf } from './edges.ts'
import { type Flow, GOAL, SIGNED_IN } from './flow.ts'

/** One moment of a walk: the state, what it shows, and the transition that led to it. */
export interface Moment {
  snapshot: AnyMachineSnapshot
  /** Dotted path of the innermost state: `changePassword.blank`. */
  state: string
  screen: string
  signedIn: boolean
  /** The flow is meant to lead here. */
  goal: boolean
  /** Absent at the beginning. */
  edge?: Edge
}

function pathOf(value: StateValue): string {
  if (typeof value === 'string') return value
  return Object.entries(value)
    .map(([state, inner]) => (inner ? `${state}.${pathOf(inner)}` : state))
    .join(' ')
}

/** What a machine was found to do: its states are few, and the walks through them are many and long. */
interface Known {
  /** By the key of their moments: the same to the machine, so one of them is enough. */
  snapshots: Map<string, AnyMachineSnapshot>
  /** Given → the moment at which the flow begins. */
  first: Map<string, Moment>
  /** Event → the moment after it. */
  after: WeakMap<AnyMachineSnapshot, Map<string, Moment>>
  /** Every transition that can be taken. */
  choices: WeakMap<AnyMachineSnapshot, readonly Edge[]>
}

/** A machine that counts has no end of states: what was found is forgotten then, and found again. */
const MOST_KNOWN = 10_000

const knownByMachine = new WeakMap<Flow['machine'], Known>()

function knownOf({ machine }: Flow): Known {
  const known = knownByMachine.get(machine) ?? {
    snapshots: new Map(),
    first: new Map(),
    after: new WeakMap(),
    choices: new WeakMap(),
  }
  knownByMachine.set(machine, known)
  return known
}

function momentOf(flow: Flow, found: AnyMachineSnapshot, edge?: Edge): Moment {
  const { snapshots } = knownOf(flow)
  const key = snapshotKey(found)
  if (snapshots.size >= MOST_KNOWN) snapshots.clear()
  const snapshot = snapshots.get(key) ?? found
  snapshots.set(key, snapshot)
  const state = pathOf(snapshot.value)
  const { screen } = stateMetaOf(flow, state)
  return { snapshot, state, screen, signedIn: snapshot.hasTag(SIGNED_IN), goal: snapshot.hasTag(GOAL), edge }
}

/** The moment at which a flow begins, with one of its givens. */
export function begin(flow: Flow, given: string): Moment {
  const { first } = knownOf(flow)
  const known = first.get(given)
  if (known) return { ...known }
  const [snapshot] = initialTransition(flow.machine, { given })
  const moment = momentOf(flow, snapshot)
  first.set(given, moment)
  return { ...moment }
}

/** The transition that an event takes at a moment; `undefined` where the model does not know the event there. */
export function edgeAt(flow: Flow, { snapshot }: Pick<Moment, 'snapshot'>, event: string): Edge | undefined {
  const [taken] = flow.machine.getTransitionData(snapshot, { type: event })
  if (!taken) return undefined
  return edgesOf(flow).find(
    (edge) => edge.event === event && edge.source === taken.source.path.join('.') && edge.meta === taken.meta,
  )
}

/** The moment after an event; `undefined` where the model does not know the event there. */
export function send(flow: Flow, moment: Moment, event: string): Moment | undefined {
  const { after } = knownOf(flow)
  const here = after.get(moment.snapshot) ?? new Map<string, Moment>()
  const known = here.get(event)
  if (known) return { ...known }
  const edge = edgeAt(flow, moment, event)
  if (!edge) return undefined
  const [snapshot] = transition(flow.machine, moment.snapshot, { type: event })
  const next = momentOf(flow, snapshot, edge)
  after.set(moment.snapshot, here.set(event, next))
  return { ...next }
}

/** Every transition that can be taken at a moment, in the order of the model. */
export function choicesAt(flow: Flow, { snapshot }: Pick<Moment, 'snapshot'>): readonly Edge[] {
  const { choices } = knownOf(flow)
  const known = choices.get(snapshot)
  if (known) return known
  const events = new Set(edgesOf(flow).map(({ event }) => event))
  const here = new Set([...events].flatMap((event) => edgeAt(flow, { snapshot }, event)?.id ?? []))
  const found = edgesOf(flow).filter(({ id }) => here.has(id))
  choices.set(snapshot, found)
  return found
}

/** Every moment of a walk, the beginning first; ends early at the first event that the model does not know. */
export const walk = (flow: Flow, given: string, events: readonly string[]): Moment[] =>
  walkFrom(flow, begin(flow, given), events)

/** The same, from any moment. */
export function walkFrom(flow: Flow, from: Moment, events: readonly string[]): Moment[] {
  const moments = [from]
  for (const event of events) {
    const next = send(flow, moments.at(-1) ?? from, event)
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

const snapshotKey = ({ value, context }: AnyMachineSnapshot): string => JSON.stringify([value, context])

/** Two moments with the same key are the same to the machine: state and context. */
export const momentKey = ({ snapshot }: Moment): string => snapshotKey(snapshot)

/**
 * Every moment that can be reached from one, the nearest first: itself, with no event.
 * @param may which transitions are taken; all by default
 */
export function reach(flow: Flow, from: Moment, may: (edge: Edge) => boolean = () => true): Reached[] {
  const reached: Reached[] = [{ moment: from, events: [] }]
  const seen = new Set([momentKey(from)])
  for (const { moment, events } of reached)
    for (const edge of choicesAt(flow, moment)) {
      const next = may(edge) ? send(flow, moment, edge.event) : undefined
      if (!next || seen.has(momentKey(next))) continue
      seen.add(momentKey(next))
      reached.push({ moment: next, events: [...events, edge.event] })
    }
  return reached
}
