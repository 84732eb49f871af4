import type { Arc, Cover, Network } from '../network/network.ts'
import type { Walk } from '../network/tour.ts'
import { type Access, accesses } from './access.ts'
import { cut } from './cut.ts'
import { stepsOf } from './field.ts'
import { rounds } from './rounds.ts'
import { costOf, lengthOf, trimmed } from './walk.ts'

export interface Limit {
  maxSteps: number
  resetCost: number
}

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
  const deep = inner.filter((arc) => arc.obligation && depth(arc) > maxSteps)
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
    const needed = (arc: Arc, place: number) => arc.obligation && !done.has(arc) && last.get(arc) === place
    const paths = cut(walk, needed, access, limit)
    for (const arc of walk) done.add(arc)
    return paths
  })
  return [...deep, ...short, ...pieces]
}
