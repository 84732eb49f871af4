import type { Coverage, Obligation } from '../graph.ts'
import type { Exploration } from './explore.ts'
import { idsOf } from './ids.ts'
import { neverTaken, type Reason } from './never.ts'
import type { Obstacles } from './obstacles.ts'
import { stateNodes } from './transition-id.ts'

/** An obligation, or something written down in the machine, that no path covers, and why. */
export interface Unreachable extends Reason {
  kind: Obligation['kind']
  id: string
}

/** What could not be planned, what the machine never does, and what went wrong while it was explored. */
export function unreachableOf(
  exploration: Exploration,
  { coverage, written }: { coverage: Coverage; written: boolean },
  obligations: Obligation[],
  obstacles: Obstacles,
): Unreachable[] {
  const idOf = idsOf(exploration)
  const reasonFor = (obligation: Obligation): Reason => {
    if (obligation.kind === 'state') return obstacles.ofState(obligation.state)
    const { edge } = obligation
    const from = obligation.kind === 'transition-pair' && obstacles.allowed(edge) ? obligation.next : edge
    return obstacles.ofEdge(from)
  }
  return [
    ...obligations.map((o) => ({ kind: o.kind, id: idOf(o), ...reasonFor(o) })),
    ...exploration.failures.flatMap(({ id, why, reason }) =>
      written && why === 'not-explored' ? [] : [{ kind: 'transition' as const, id, why, reason }],
    ),
    ...(coverage === 'states' ? neverEntered(exploration) : neverTransitions(exploration)),
  ]
}

function neverTransitions(exploration: Exploration): Unreachable[] {
  return neverTaken(exploration).map((never) => ({ kind: 'transition', ...never }))
}

function neverEntered({ machine, entered }: Exploration): Unreachable[] {
  return stateNodes(machine.root)
    .filter((node) => node.type !== 'history' && !entered.has(node))
    .map((node) => ({
      kind: 'state',
      id: node.path.join('.'),
      why: 'state-never-reached',
      reason: 'no event leads to it in any reachable state',
    }))
}
