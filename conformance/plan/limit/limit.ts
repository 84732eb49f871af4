import type { Arc, Cover, Network } from '../network/network.ts'
import type { Walk } from '../network/tour.ts'
import { type Access, accesses } from './access.ts'
import { cut } from './cut.ts'
import { stepsOf } from './field.ts'
import { rounds } from './rounds.ts'

export interface Limit {
  maxSteps: number
  resetCost: number
}

export const lengthOf = (walk: Walk): number => walk.reduce((steps, arc) => steps + stepsOf(arc), 0)

export const costOf = (walks: Walk[], resetCost: number): number =>
  walks.reduce((sum, walk) => walk.reduce((cost, arc) => cost + arc.cost, sum + resetCost), 0)

/**
 * The same obligations in paths of at most `maxSteps` steps, after the least-cost plan without that limit. No fast exact
 * method is known; two good ones are tried and the cheaper answer taken: the optimal walks cut up, and paths gathered one
 * by one at learned prices. An obligation that lies deeper than `maxSteps` keeps a path that is longer.
 */
export function limited(network: Network, starts: Cover['starts'], optimal: Walk[], limit: Limit): Walk[] {
  if (optimal.every((walk) => lengthOf(walk) <= limit.maxSteps)) return optimal
  const access = accesses(network)
  const deep = deepWalks(network, (arc) => access(arc.from), limit.maxSteps)
  const cutUp = trimmed(cutAll(optimal, deep, (arc) => access(arc.from), limit))
  const gathered = rounds(network, starts, new Set(deep.flat()), limit)
  if (!gathered) return cutUp
  const others = trimmed([...deep, ...gathered])
  return costOf(cutUp, limit.resetCost) <= costOf(others, limit.resetCost) ? cutUp : others
}

/** One path for each obligation that no path of `maxSteps` can reach, unless one to a deeper one passes it. */
function deepWalks({ inner }: Network, access: (arc: Arc) => Access, maxSteps: number): Walk[] {
  const depth = (arc: Arc) => access(arc).steps + stepsOf(arc)
  const deep = inner.filter((arc) => arc.least > 0 && depth(arc) > maxSteps)
  const passed = new Set<Arc>()
  return deep
    .sort((a, b) => depth(b) - depth(a))
    .flatMap((arc) => {
      if (passed.has(arc)) return []
      const walk = [...access(arc).arcs, arc]
      for (const way of walk) passed.add(way)
      return [walk]
    })
}

/** Short walks stay as they are, longer ones are cut; each obligation is asked for where it is travelled last. */
function cutAll(optimal: Walk[], deep: Walk[], access: (arc: Arc) => Access, limit: Limit): Walk[] {
  const short = optimal.filter((walk) => lengthOf(walk) <= limit.maxSteps)
  const done = new Set([...deep, ...short].flat())
  const long = optimal.filter((walk) => lengthOf(walk) > limit.maxSteps)
  const pieces = long.flatMap((walk) => {
    const last = new Map(walk.map((arc, place) => [arc, place]))
    const needed = (arc: Arc, place: number) => arc.least > 0 && !done.has(arc) && last.get(arc) === place
    const paths = cut(walk, needed, access, limit)
    for (const arc of walk) done.add(arc)
    return paths
  })
  return [...deep, ...short, ...pieces]
}

/** Takes off the end of each walk what the others travel too, the shortest walks first. */
function trimmed(walks: Walk[]): Walk[] {
  const times = new Map<Arc, number>()
  for (const arc of walks.flat()) times.set(arc, (times.get(arc) ?? 0) + 1)
  const shortestFirst = [...walks].sort((a, b) => lengthOf(a) - lengthOf(b))
  const kept = new Map<Walk, Walk>()
  for (const walk of shortestFirst) {
    const rest = [...walk]
    for (let arc = rest.at(-1); arc && (arc.least === 0 || (times.get(arc) ?? 0) > 1); arc = rest.at(-1)) {
      times.set(arc, (times.get(arc) ?? 0) - 1)
      rest.pop()
    }
    if (rest.length > 0) kept.set(walk, rest)
  }
  return walks.map((walk) => kept.get(walk) ?? []).filter((walk) => walk.length > 0)
}
