import type { AnyMachineSnapshot, AnyStateMachine, EventObject } from 'xstate'
import { stateNodes } from './transition-id.ts'

/** Events that xstate sends to itself begin with this. */
const INTERNAL = 'xstate.'
const DONE_STATE = 'xstate.done.state.'

/**
 * One event for each type that the machine mentions. Not `machine.events`, which leaves out those whose transitions
 * change nothing, such as a wrong code that is refused. Wildcards name no event that could be sent, and done events are
 * raised by the machine.
 */
export function eventsOf(machine: AnyStateMachine): EventObject[] {
  const types = new Set(stateNodes(machine.root).flatMap((node) => [...node.transitions.keys()]))
  return [...types]
    .filter((type) => !type.includes('*') && !type.startsWith(DONE_STATE))
    .map((type) => ({ type }))
}

/** Whether an event can come in this state: what xstate sends (a delay, an actor's answer) only where it is awaited. */
export function canCome({ type }: EventObject, snapshot: AnyMachineSnapshot): boolean {
  return !type.startsWith(INTERNAL) || snapshot._nodes.some((node) => node.transitions.has(type))
}

/** Whether a transition's event (`code.*`, `*` or a plain type) matches an event's type. */
export function matches(descriptor: string, type: string): boolean {
  if (descriptor === '*' || descriptor === type) return true
  return descriptor.endsWith('.*') && `${type}.`.startsWith(descriptor.slice(0, -1))
}
