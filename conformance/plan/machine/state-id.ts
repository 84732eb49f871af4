import { inspect } from 'node:util'
import type { AnyMachineSnapshot, AnyStateMachine, StateValue } from 'xstate'

/** One line for any value, the same for equal values: also for maps, sets, dates and what refers to itself. */
const text = (value: unknown): string =>
  inspect(value, {
    depth: Number.POSITIVE_INFINITY,
    sorted: true,
    compact: true,
    breakLength: Number.POSITIVE_INFINITY,
    maxArrayLength: Number.POSITIVE_INFINITY,
    maxStringLength: Number.POSITIVE_INFINITY,
  })

const pathOf = (value: StateValue): string => {
  if (typeof value === 'string') return value
  const regions = Object.entries(value).map(([key, inner]) => {
    const path = pathOf(inner ?? {})
    return path ? `${key}.${path}` : key
  })
  return regions.length > 1 ? `(${regions.join(', ')})` : (regions[0] ?? '')
}

/** The state of the machine, without its context: `password`, `(mail.unread, door.shut)`. */
export const placeOf = (machine: AnyStateMachine, snapshot: AnyMachineSnapshot): string =>
  pathOf(snapshot.value) || machine.id

const ending = ({ status }: AnyMachineSnapshot) => (status === 'active' ? [] : [`(${status})`])

/**
 * What distinguishes two states of a run: the state of the machine, its context, what its history states remember, and
 * whether it has ended. It reads `password { enrolled: 'nothing' }`.
 */
export function stateId(machine: AnyStateMachine, snapshot: AnyMachineSnapshot): string {
  // Actors in the context are written as their ids, without their contents; actors outside the context do not count.
  const persisted = machine.getPersistedSnapshot({ ...snapshot, children: {} }) as AnyMachineSnapshot
  const parts = [placeOf(machine, snapshot)]
  if (Object.keys(persisted.context ?? {}).length > 0) parts.push(text(persisted.context))
  if (Object.keys(persisted.historyValue ?? {}).length > 0) {
    parts.push(`remembering ${text(persisted.historyValue)}`)
  }
  return [...parts, ...ending(snapshot)].join(' ')
}

/** An event's type, followed by its other properties: `code.enter { code: 'wrong' }`. */
export function eventId({ type, ...payload }: { type: string }): string {
  return Object.keys(payload).length > 0 ? `${type} ${text(payload)}` : type
}
