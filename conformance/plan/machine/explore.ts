import type {
  AnyMachineSnapshot,
  AnyStateMachine,
  AnyStateNode,
  AnyTransitionDefinition,
  EventObject,
} from 'xstate'
import { PlanError } from '../errors.ts'
import type { Graph, GraphEdge } from '../graph.ts'
import { canCome, eventsOf } from './events.ts'
import { type RunResult, send, start } from './run.ts'
import { eventId, stateId } from './state-id.ts'
import { transitionIds } from './transition-id.ts'
import { noteTrouble, type Trouble, troubleInWords } from './trouble.ts'

export interface ExploreOptions {
  /** The events that can be sent, with what they carry. Default: each type that the machine mentions, carrying nothing. */
  events?: readonly EventObject[]
  /** Names of inputs the machine may be started with → the inputs. Default: one without a name, `undefined`. */
  inputs?: Readonly<Record<string, unknown>>
  /** What tells two states apart. Default: {@link stateId}. */
  serialize?: (snapshot: AnyMachineSnapshot) => string
  /** States after which the exploration stops. Default 10,000. */
  maxStates?: number
  /** States after which it stops as soon as every transition that is written down has been taken. Default: never. */
  enough?: number
  /** Where to stop: nothing is sent in such a state. */
  until?: (snapshot: AnyMachineSnapshot) => boolean
  /** Whether an event is sent in a state. Default: every one. */
  filter?: (snapshot: AnyMachineSnapshot, event: EventObject) => boolean
}

/** A state that a run can be in: the state of the machine, together with its context. */
export interface State {
  id: string
  snapshot: AnyMachineSnapshot
  /** Names of the inputs that lead straight to it. */
  givens: string[]
}

/** An event sent in a state, and what the machine does then. */
export interface Edge extends GraphEdge {
  /** The id of {@link transition}, followed, where other edges share it, by what the event carries and the state. */
  id: string
  event: EventObject
  /** Ids of the transitions that answer the event, joined by ` + ` where several regions do. */
  transition: string
  /** All transitions that are taken, those without an event too, each with its id and its `meta`. */
  taken: { id: string; meta: unknown }[]
}

/** Everything that can happen in a machine, as a graph. */
export interface Exploration extends Graph<Edge> {
  machine: AnyStateMachine
  events: readonly EventObject[]
  /** By number of the node. */
  states: State[]
  /** Transitions that were taken at least once, at the start or on an edge. */
  taken: Set<AnyTransitionDefinition>
  /** States of the machine that were entered at least once, if only to pass on. */
  entered: Set<AnyStateNode>
  /** Events that made the machine throw, and those that led to more states than were asked for. */
  failures: { id: string; why: 'fails' | 'not-explored'; reason: string }[]
  /** What went wrong with transitions that may never have been taken because of that. */
  trouble: Trouble
}

const DEFAULT_MAX_STATES = 10_000

/**
 * Sends every event in every state that can be reached, breadth first. An event that no transition answers is no edge; one
 * that is answered without changing anything is.
 *
 * @throws {PlanError} `bad-machine` where the machine cannot be started, `bad-option`
 */
export function explore(machine: AnyStateMachine, options: ExploreOptions = {}): Exploration {
  const { serialize = (snapshot) => stateId(machine, snapshot), maxStates = DEFAULT_MAX_STATES } = options
  const { enough = Number.POSITIVE_INFINITY, until = () => false, filter = () => true } = options
  if (!(maxStates >= 1)) {
    throw new PlanError('bad-option', `maxStates is ${maxStates}, but must be a number above 0.`)
  }
  const events = [...new Map((options.events ?? eventsOf(machine)).map((e) => [eventId(e), e])).values()]
  const ids = transitionIds(machine)
  const states: State[] = []
  const numbers = new Map<string, number>()
  const edges: Edge[] = []
  const failures: Exploration['failures'] = []
  const taken = new Set<AnyTransitionDefinition>()
  const entered = new Set<AnyStateNode>()
  const trouble: Trouble = new Map()

  const note = (outcome: RunResult) => {
    for (const transition of outcome.taken) taken.add(transition)
    for (const node of outcome.entered) entered.add(node)
  }
  const numberOf = ({ snapshot }: RunResult): number | undefined => {
    const id = serialize(snapshot)
    const known = numbers.get(id)
    if (known !== undefined || states.length >= maxStates) return known
    numbers.set(id, states.length)
    return states.push({ id, snapshot, givens: [] }) - 1
  }
  const initials = Object.entries(options.inputs ?? { '': undefined }).flatMap(([given, input]) => {
    const outcome = begin(machine, given, input)
    const number = numberOf(outcome)
    note(outcome)
    if (given !== '') states[number ?? -1]?.givens.push(given)
    return number ?? []
  })
  for (const [from, { id, snapshot }] of states.entries()) {
    if (snapshot.status !== 'active') continue
    if (from >= enough && taken.size === ids.size) break
    const stops = until(snapshot)
    for (const event of events.filter((event) => canCome(event, snapshot))) {
      const name = `${eventId(event)} in ${id}`
      let answers: readonly AnyTransitionDefinition[] = []
      try {
        answers = machine.getTransitionData(snapshot, event)
        if (answers.length === 0) continue
        if (stops || !filter(snapshot, event)) {
          const reason = stops ? `the plan stops in ${id}` : 'the filter leaves it out'
          for (const answer of answers) trouble.set(answer, { why: 'left-out', reason })
          continue
        }
        const outcome = send(machine, snapshot, event)
        const to = numberOf(outcome)
        if (to === undefined) {
          const reason = `it leads to more than the ${maxStates} states that maxStates allows`
          failures.push({ id: name, why: 'not-explored', reason })
          for (const answer of answers) trouble.set(answer, { why: 'not-explored', reason })
          continue
        }
        note(outcome)
        const transition = answers.map((answer) => ids.get(answer)).join(' + ')
        const all = outcome.taken.map((t) => ({ id: ids.get(t) ?? '', meta: t.meta }))
        edges.push({ id: name, from, to, event, transition, taken: all })
      } catch (error) {
        failures.push({ id: name, why: 'fails', reason: `the machine fails: ${troubleInWords(error)}` })
        noteTrouble(trouble, { snapshot, event, answers, error })
      }
    }
  }
  nameEdges(edges, states)
  const found = { machine, events, states, edges, initials, taken, entered, failures, trouble }
  return { ...found, nodes: states.length }
}

function begin(machine: AnyStateMachine, given: string, input: unknown): RunResult {
  try {
    return start(machine, input)
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    const which = given === '' ? 'without input' : `with the input "${given}"`
    throw new PlanError(
      'bad-machine',
      `The machine "${machine.id}" cannot be started ${which}: ${message}. Give its inputs by name: { inputs: { … } }.`,
      { cause },
    )
  }
}

/** Names edges by their transition alone where that is enough: the id then survives any change elsewhere. */
function nameEdges(edges: Edge[], states: State[]): void {
  const byTransition = Map.groupBy(edges, ({ transition }) => transition)
  for (const edge of edges) {
    const name = eventId(edge.event)
    const plain = name === edge.event.type && !edge.transition.includes('*')
    const among = byTransition.get(edge.transition) ?? []
    edge.id = `${edge.transition}${plain ? '' : ` by ${name}`} in ${states[edge.from]?.id}`
    if (among.length === 1) edge.id = edge.transition
  }
}
