import { PlanError } from '../errors.ts'
import { type Coverage, type Obligation, obligationsOf } from '../graph.ts'
import type { Exploration } from './explore.ts'

/** Names obligations: by the id of the state, of the edge, or of two edges with ` → ` between. */
export function idsOf({ states, edges }: Exploration): (obligation: Obligation) => string {
  return (obligation) => {
    if (obligation.kind === 'state') return states[obligation.state]?.id ?? ''
    const id = edges[obligation.edge]?.id ?? ''
    return obligation.kind === 'transition' ? id : `${id} → ${edges[obligation.next]?.id ?? ''}`
  }
}

/**
 * Numbers of the edges that have one of these ids, or whose transition has.
 *
 * @throws {PlanError} `unknown-id`
 */
export function edgesNamed({ edges }: Exploration, ids: readonly string[]): Set<number> {
  return new Set(
    ids.flatMap((id) => {
      const numbers = [...edges.keys()].filter(
        (index) => edges[index]?.id === id || edges[index]?.transition === id,
      )
      if (numbers.length === 0) throw unknown(id, 'transition')
      return numbers
    }),
  )
}

/**
 * The ids as a set, once it is certain that each of them is an obligation.
 *
 * @throws {PlanError} `unknown-id`
 */
export function obligationsNamed(
  exploration: Exploration,
  coverage: Coverage,
  ids: readonly string[],
): Set<string> {
  if (ids.length === 0) return new Set()
  const known = new Set(obligationsOf(exploration, coverage).map(idsOf(exploration)))
  for (const id of ids) if (!known.has(id)) throw unknown(id, `obligation of the coverage ${coverage}`)
  return new Set(ids)
}

const unknown = (id: string, kind: string) =>
  new PlanError('unknown-id', `"${id}" is no ${kind}. Use the ids that the plan gives to its steps.`)
