import type { Arc } from '../network/network.ts'
import type { Walk } from '../network/tour.ts'
import { type Access, arcsOf } from './access.ts'
import { stepsOf } from './field.ts'

export interface CutOptions {
  needed: (arc: Arc, place: number) => boolean
  access: (arc: Arc) => Access
  resetCost: number
  /** Whether a path is short enough: the steps of the way to where it begins, and those from there on. */
  fits: (access: number, own: number) => boolean
}

/**
 * Cuts a walk into paths that together travel everything that is needed, in the walk's order, each after a reset and the
 * shortest way to where it begins: the cheapest such cuts, by dynamic programming. What nobody needs between two paths is
 * left out. A path of a single needed arc is always made.
 */
export function cut(walk: Walk, { needed, access, resetCost, fits }: CutOptions): Walk[] {
  const stops = walk.flatMap((arc, place) => (needed(arc, place) ? [{ place, access: access(arc) }] : []))
  const best = [{ cost: 0, from: 0 }]
  for (const [first, begin] of stops.entries()) {
    let cost = (best[first]?.cost ?? 0) + resetCost + begin.access.cost
    let own = 0
    let place = begin.place
    for (let last = first; last < stops.length; last++) {
      for (const arc of walk.slice(place, (stops[last]?.place ?? 0) + 1)) {
        cost += arc.cost
        own += stepsOf(arc)
        place++
      }
      if (last > first && !fits(begin.access.steps, own)) break
      if (cost < (best[last + 1]?.cost ?? Number.POSITIVE_INFINITY)) best[last + 1] = { cost, from: first }
    }
  }
  const paths: Walk[] = []
  for (let end = stops.length; end > 0; ) {
    const first = best[end]?.from ?? 0
    const begin = stops[first]
    const last = stops[end - 1]
    if (begin && last) paths.push([...arcsOf(begin.access), ...walk.slice(begin.place, last.place + 1)])
    end = first
  }
  return paths.reverse()
}
