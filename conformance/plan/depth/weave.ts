import FlatQueue from 'flatqueue'
import type { Behaviour } from './behaviour.ts'

export type Fragment = readonly number[]

export interface WeaveOptions {
  /** Sequences of edges; each must be walked without anything in between. */
  fragments: readonly Fragment[]
  /** Whether a fragment must still be walked, with the paths as they are. Default: always. */
  needed?: (fragment: Fragment, paths: readonly (readonly number[])[]) => boolean
  resetCost: number
  cost: (edge: number) => number
  /** Edges after which a path takes up nothing more. */
  maxSteps: number
}

/**
 * Paths that contain every fragment: always the one next that adds least, because it begins where the path ends, overlaps with its
 * end, is near, or is near to a reset. Not optimal: the shortest common superstring is a special case.
 */
export function weave(behaviour: Behaviour, options: WeaveOptions): number[][] {
  const { resetCost, cost, maxSteps } = options
  const { edges, initials } = behaviour
  const left = new Set(withoutContained(options.fragments))
  const fromReset = nearest(behaviour, initials, cost)
  const waysFrom = new Map<number, Ways>()
  const waysAt = (node: number) => {
    const known = waysFrom.get(node) ?? nearest(behaviour, [node], cost)
    waysFrom.set(node, known)
    return known
  }
  const lengthOf = (way: readonly number[]) => way.reduce((sum, edge) => sum + cost(edge), 0)
  const startOf = (fragment: Fragment) => edges[fragment[0] ?? -1]?.from ?? -1
  const paths: number[][] = []
  let path: number[] | undefined
  while (left.size > 0) {
    let best: { fragment: Fragment; added: readonly number[]; price: number; restarts: boolean } | undefined
    const node = path && (edges[path.at(-1) ?? -1]?.to ?? -1)
    for (const fragment of left) {
      const own = lengthOf(fragment)
      const afterReset = fromReset.distance[startOf(fragment)] ?? Number.POSITIVE_INFINITY
      if (resetCost + afterReset < (best?.price ?? Number.POSITIVE_INFINITY))
        best = { fragment, added: [], price: resetCost + afterReset, restarts: true }
      if (!path || node === undefined) continue
      const shared = overlap(path, fragment)
      const added = shared > 0 ? fragment.slice(shared) : undefined
      const price = added
        ? lengthOf(added) - own
        : (waysAt(node).distance[startOf(fragment)] ?? Number.POSITIVE_INFINITY)
      if (price >= (best?.price ?? Number.POSITIVE_INFINITY) && !(best?.restarts && price === best.price))
        continue
      const steps = added ? added.length : waysAt(node).steps(startOf(fragment)).length + fragment.length
      if (path.length + steps > maxSteps) continue
      best = {
        fragment,
        added: added ?? [...waysAt(node).steps(startOf(fragment)), ...fragment],
        price,
        restarts: false,
      }
    }
    if (!best || !Number.isFinite(best.price)) break
    left.delete(best.fragment)
    if (options.needed?.(best.fragment, paths) === false) continue
    if (best.restarts || !path) {
      path = [...fromReset.steps(startOf(best.fragment)), ...best.fragment]
      paths.push(path)
    } else path.push(...best.added)
    for (const fragment of left) if (contains(path, fragment)) left.delete(fragment)
  }
  return paths
}

/** How many of a path's last edges are the first of a fragment. */
function overlap(path: readonly number[], fragment: Fragment): number {
  for (let shared = Math.min(path.length, fragment.length - 1); shared > 0; shared--)
    if (fragment.slice(0, shared).every((edge, n) => path[path.length - shared + n] === edge)) return shared
  return 0
}

export const contains = (path: readonly number[], fragment: Fragment): boolean =>
  path.some((_, place) => fragment.every((edge, n) => path[place + n] === edge))

/** Each fragment once, without those that lie within another. */
function withoutContained(fragments: readonly Fragment[]): Fragment[] {
  const longestFirst = fragments.toSorted((a, b) => b.length - a.length)
  const kept: Fragment[] = []
  const inside = new Set<string>()
  for (const fragment of longestFirst) {
    if (inside.has(fragment.join())) continue
    kept.push(fragment)
    for (let from = 0; from < fragment.length; from++)
      for (let to = from + 1; to <= fragment.length; to++) inside.add(fragment.slice(from, to).join())
  }
  return kept
}

export interface Ways {
  /** Cost of the cheapest way to each node. */
  distance: readonly number[]
  steps: (node: number) => number[]
}

/** The cheapest ways from any of some nodes to every other (Dijkstra). */
export function nearest(behaviour: Behaviour, from: Iterable<number>, cost: (edge: number) => number): Ways {
  const { nodes, out, edges } = behaviour
  const distance = new Array<number>(nodes).fill(Number.POSITIVE_INFINITY)
  const via = new Array<number>(nodes).fill(-1)
  const queue = new FlatQueue<number>()
  for (const node of from) {
    distance[node] = 0
    queue.push(node, 0)
  }
  while (queue.length > 0) {
    const reached = queue.peekValue() ?? 0
    const node = queue.pop() ?? -1
    if (reached > (distance[node] ?? 0)) continue
    for (const edge of out[node] ?? []) {
      const to = edges[edge]?.to ?? -1
      if (reached + cost(edge) >= (distance[to] ?? 0)) continue
      distance[to] = reached + cost(edge)
      via[to] = edge
      queue.push(to, reached + cost(edge))
    }
  }
  const steps = (node: number) => {
    const way: number[] = []
    for (let edge = via[node] ?? -1; edge >= 0; edge = via[edges[edge]?.from ?? -1] ?? -1) way.push(edge)
    return way.reverse()
  }
  return { distance, steps }
}
