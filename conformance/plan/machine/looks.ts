import type { AnyMachineSnapshot, EventObject } from 'xstate'
import type { Looks } from '../depth/behaviour.ts'
import type { Edge, Exploration } from './explore.ts'
import { eventId, placeOf } from './state-id.ts'

/** What can be seen of a machine while it runs. What cannot be seen must be found out by sending events. */
export interface MachineLooks {
  /** What is seen of a state; equal strings look the same. Default: the state of the machine, without its context. */
  state?: (snapshot: AnyMachineSnapshot) => string
  /** What is seen of a transition in addition to the state it leads to. Default: nothing. */
  transition?: (edge: Edge) => string
  /** Whether it can be seen that an event cannot be sent. Default: it cannot. */
  absence?: (event: EventObject) => boolean
}

export function looksOf({ machine, states, edges }: Exploration, looks: MachineLooks = {}): Looks<Edge> {
  const {
    state = (snapshot) => `${placeOf(machine, snapshot)} ${snapshot.status}`,
    transition = () => '',
    absence,
  } = looks
  const events = new Map(edges.map(({ event }) => [eventId(event), event]))
  return {
    event: ({ event }) => eventId(event),
    node: (node) => {
      const snapshot = states[node]?.snapshot
      return snapshot ? state(snapshot) : ''
    },
    edge: transition,
    absence: (id) => {
      const event = events.get(id)
      return event !== undefined && absence?.(event) === true
    },
  }
}
