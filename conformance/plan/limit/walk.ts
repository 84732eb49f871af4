import type { Arc } from '../network/network.ts'
import type { Walk } from '../network/tour.ts'
import { stepsOf } from './field.ts'

export const lengthOf = (walk: Walk): number => walk.reduce((steps, arc) => steps + stepsOf(arc), 0)

export const costOf = (walks: Walk[], resetCost: number): number =>
  walks.reduce((sum, walk) => walk.reduce((cost, arc) => cost + arc.cost, sum + resetCost), 0)

/**
 * Takes off the end of each walk what is not needed or what the others travel too, the shortest walks first; a walk of
 * which nothing is left is dropped.
 */
export function trimmed(walks: Walk[]): Walk[] {
  const times = new Map<Arc, number>()
  for (const arc of walks.flat()) times.set(arc, (times.get(arc) ?? 0) + 1)
  const shortestFirst = [...walks].sort((a, b) => lengthOf(a) - lengthOf(b))
  const kept = new Map<Walk, Walk>()
  for (const walk of shortestFirst) {
    const rest = [...walk]
    for (let arc = rest.at(-1); arc && (!arc.obligation || (times.get(arc) ?? 0) > 1); arc = rest.at(-1)) {
      times.set(arc, (times.get(arc) ?? 0) - 1)
      rest.pop()
    }
    if (rest.length > 0) kept.set(walk, rest)
  }
  return walks.map((walk) => kept.get(walk) ?? []).filter((walk) => walk.length > 0)
}
