import type { Behaviour } from './behaviour.ts'
import { type Fault, SEEN, stepBoth, UNDEFINED } from './fault.ts'

/** A path by the numbers of its edges. */
export type Route = readonly number[]

/**
 * Walks a route side by side with the faulty graph, from the edge that is wrong there for the first time; before it both are
 * the same.
 *
 * @returns the place in the route where the difference is seen; -1 where it is not
 */
export function placeFound(behaviour: Behaviour, fault: Fault, route: Route, first: number): number {
  let at = behaviour.edges[fault.edge]?.from ?? UNDEFINED
  for (let place = first; place < route.length; place++) {
    at = stepBoth(behaviour, fault, at, route[place] ?? -1)
    if (at === SEEN) return place
    if (at === UNDEFINED) return -1
  }
  return -1
}

/** For each edge the routes that walk it, and where for the first time. */
export function occurrences(routes: readonly Route[]): Map<number, { route: number; first: number }[]> {
  const found = new Map<number, { route: number; first: number }[]>()
  for (const [route, edges] of routes.entries()) {
    const known = new Set<number>()
    for (const [first, edge] of edges.entries()) {
      if (known.has(edge)) continue
      known.add(edge)
      const own = found.get(edge) ?? []
      own.push({ route, first })
      found.set(edge, own)
    }
  }
  return found
}

/** The faults that none of the routes shows. */
export function survivors(behaviour: Behaviour, faults: Iterable<Fault>, routes: readonly Route[]): Fault[] {
  const where = occurrences(routes)
  const left: Fault[] = []
  for (const fault of faults) {
    const seen = where
      .get(fault.edge)
      ?.some(({ route, first }) => placeFound(behaviour, fault, routes[route] ?? [], first) >= 0)
    if (!seen) left.push(fault)
  }
  return left
}

/**
 * The fewest edges that show a fault once its edge has been reached, that edge first; `undefined` where nothing that can be walked
 * shows it.
 */
export function shortestProof(behaviour: Behaviour, fault: Fault): number[] | undefined {
  const { edges, out } = behaviour
  const from = edges[fault.edge]?.from ?? -1
  interface Pair {
    node: number
    at: number
    via?: { edge: number; before: Pair }
  }
  const queue: Pair[] = [{ node: from, at: from }]
  const known = new Set<number>()
  const wayTo = (pair: Pair | undefined): number[] => {
    const way: number[] = []
    for (let one = pair; one?.via; one = one.via.before) way.push(one.via.edge)
    return way.reverse()
  }
  for (const pair of queue) {
    const choices = pair.via ? (out[pair.node] ?? []) : [fault.edge]
    for (const edge of choices) {
      const at = stepBoth(behaviour, fault, pair.at, edge)
      const next: Pair = { node: edges[edge]?.to ?? -1, at, via: { edge, before: pair } }
      if (at === SEEN) return wayTo(next)
      const key = next.node * (behaviour.nodes + 1) + at
      if (at === UNDEFINED || at === next.node || known.has(key)) continue
      known.add(key)
      queue.push(next)
    }
  }
  return undefined
}
