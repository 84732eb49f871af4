import type { AnyTransitionDefinition } from 'xstate'
import { matches } from './events.ts'
import type { Exploration } from './explore.ts'
import { transitionIds } from './transition-id.ts'

/**
 * Why something cannot be covered:
 * - `state-never-reached`: the state it belongs to is never entered
 * - `event-not-given`: no event that may be sent matches
 * - `left-out`: `until` or `filter` leave it out
 * - `guard-never-holds`: its guard is false in every state that can be reached
 * - `shadowed`: another transition always answers first
 * - `fails`: the machine throws
 * - `not-explored`: it leads to more states than `maxStates` allows
 * - `needs-capability`: the target lacks something that the event needs
 * - `behind`: it can only be reached over an edge that may not be walked
 * - `blocked`: it can only be reached over an edge that failed
 */
export const whys = [
  'state-never-reached',
  'event-not-given',
  'left-out',
  'guard-never-holds',
  'shadowed',
  'fails',
  'not-explored',
  'needs-capability',
  'behind',
  'blocked',
] as const
export type Why = (typeof whys)[number]

export interface Reason {
  why: Why
  /** The same in a sentence without its full stop. */
  reason: string
  /** Id of the edge that blocks the way. */
  by?: string
  /** What the target lacks. */
  missing?: string[]
}

/** The transitions that are written down in the machine but never taken in what was explored, each with the reason. */
export function neverTaken(exploration: Exploration): ({ id: string } & Reason)[] {
  const stopped = exploration.failures.some(({ why }) => why === 'not-explored')
  const proviso = stopped ? ` in the ${exploration.nodes} states that were explored` : ''
  return [...transitionIds(exploration.machine)]
    .filter(([transition]) => !exploration.taken.has(transition))
    .map(([transition, id]) => {
      const trouble = exploration.trouble.get(transition)
      if (trouble) return { id, ...trouble }
      const { why, reason } = reasonFor(transition, exploration)
      return { id, why, reason: `${reason}${proviso}` }
    })
}

function reasonFor(transition: AnyTransitionDefinition, { entered, events }: Exploration): Reason {
  const { source, eventType, guard } = transition
  if (!entered.has(source)) {
    return { why: 'state-never-reached', reason: `the state ${source.path.join('.')} is never reached` }
  }
  const internal = eventType === '' || eventType.startsWith('xstate.done.state.')
  if (!internal && !events.some(({ type }) => matches(eventType, type))) {
    return { why: 'event-not-given', reason: `the event ${eventType} is not among the given events` }
  }
  const branches = eventType === '' ? (source.always ?? []) : (source.transitions.get(eventType) ?? [])
  const before = branches.slice(0, branches.indexOf(transition))
  if (before.some((branch) => branch.guard === undefined)) {
    return { why: 'shadowed', reason: 'a branch before it has no guard, so that its turn never comes' }
  }
  if (guard !== undefined) {
    return { why: 'guard-never-holds', reason: 'its guard never holds in any reachable state' }
  }
  return { why: 'shadowed', reason: 'another transition always answers first' }
}
