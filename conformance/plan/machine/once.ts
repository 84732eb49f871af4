import { type Coverage, type Obligation, obligationsOf } from '../graph.ts'
import type { Exploration } from './explore.ts'

/**
 * Whether an obligation is the first of those that differ in nothing but the state they are taken in: each transition, and each pair
 * of transitions, once as it is written down. States are explored nearest first, so that the first is near.
 */
export function firstOfEach(
  exploration: Exploration,
  coverage: Coverage,
  usable: (edge: number) => boolean,
): (obligation: Obligation) => boolean {
  const { states, edges } = exploration
  const written = (edge: number) => edges[edge]?.transition ?? ''
  const seen = new Map<string, string>()
  for (const one of obligationsOf(exploration, coverage)) {
    const walkable =
      one.kind === 'state' || (usable(one.edge) && (one.kind === 'transition' || usable(one.next)))
    if (walkable && !seen.has(nameOf(one))) seen.set(nameOf(one), JSON.stringify(one))
  }
  return (one) => (seen.get(nameOf(one)) ?? JSON.stringify(one)) === JSON.stringify(one)

  function nameOf(one: Obligation): string {
    if (one.kind === 'state') return JSON.stringify(states[one.state]?.snapshot.value)
    return one.kind === 'transition' ? written(one.edge) : `${written(one.edge)} → ${written(one.next)}`
  }
}
