import type { Arc } from '../network/network.ts'
import type { Walk } from '../network/tour.ts'
import type { Access } from './access.ts'
import { stepsOf } from './field.ts'

/**
 * Cuts a walk into paths of at most `maxSteps` that travel everything that is `needed` in the walk's order, each after a
 * reset and the shortest way to where it begins: the cheapest such cuts, by dynamic programming. What nobody needs between
 * two paths is left out.
 */
export function cut(
  walk: Walk,
  needed: (arc: Arc, place: number) => boolean,
  access: (arc: Arc) => Access,
  { maxSteps, resetCost }: { maxSteps: number; resetCost: number },
): Walk[] {
  const stops = walk.flatMap((arc, place) =>
    needed(arc, place) ? [{ arc, place, access: access(arc) }] : [],
  )
  const best = [{ cost: 0, from: 0 }]
  for (const [first, { place, access }] of stops.entries()) {
    let cost = (best[first]?.cost ?? 0) + resetCost + access.cost
    let steps = access.steps
    let at = place
    for (const [offset, stop] of stops.slice(first, first + maxSteps * 2).entries()) {
      for (; at <= stop.place; at++) {
        cost += walk[at]?.cost ?? 0
        steps += stepsOf(walk[at] ?? stop.arc)
      }
      if (steps > maxSteps && offset > 0) break
      const end = first + offset + 1
      if (cost < (best[end]?.cost ?? Number.POSITIVE_INFINITY)) best[end] = { cost, from: first }
    }
  }
  const paths: Walk[] = []
  for (let end = stops.length; end > 0; ) {
    const first = best[end]?.from ?? 0
    const begin = stops[first]
    const stop = stops[end - 1]
    if (begin && stop) paths.push([...begin.access.arcs, ...walk.slice(begin.place, stop.place + 1)])
    end = first
  }
  return paths.reverse()
}
