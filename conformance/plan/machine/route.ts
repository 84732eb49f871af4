import type { EventObject } from 'xstate'
import { type Obligation, outgoing } from '../graph.ts'
import type { Exploration } from './explore.ts'
import { eventId } from './state-id.ts'

/** What was sent after a reset: the name of the input, and the events. */
export interface Walked {
  given?: string
  events: readonly EventObject[]
}

/** Numbers of the edges that events walk; ends where the machine has no edge for one. */
export function routeOf(exploration: Exploration, { given, events }: Walked): number[] {
  const { states, edges, initials } = exploration
  const out = outgoing(exploration)
  const route: number[] = []
  let state = initials.find((initial) => given === undefined || states[initial]?.givens.includes(given)) ?? -1
  for (const event of events) {
    const edge = out[state]?.find((one) => edges[one] && eventId(edges[one].event) === eventId(event))
    if (edge === undefined) break
    route.push(edge)
    state = edges[edge]?.to ?? -1
  }
  return route
}

/** Whether an obligation was covered by one of the routes; which states they led to is not asked. */
export function walkedBy(routes: readonly (readonly number[])[]): (obligation: Obligation) => boolean {
  const edges = new Set(routes.flat())
  const pairs = new Set(routes.flatMap((route) => route.slice(1).map((edge, n) => `${route[n]} ${edge}`)))
  return (one) => {
    if (one.kind === 'state') return false
    return one.kind === 'transition' ? edges.has(one.edge) : pairs.has(`${one.edge} ${one.next}`)
  }
}
