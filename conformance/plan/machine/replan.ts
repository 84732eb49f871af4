import { PlanError } from '../errors.ts'
import { originOf, type Plan, plan } from './plan.ts'

export interface Progress {
  /** Ids of edges that failed, or of transitions whose every edge did; a step's `id` and `transition` are such. */
  failed?: readonly string[]
  /** Ids of obligations that are covered; a step's `covers` are such. */
  covered?: readonly string[]
}

/**
 * Plans what is left around what failed, with the options of the plan before; what failed or was covered then stays so.
 * What can only be reached over what failed is unreachable now, `blocked`.
 *
 * @throws {PlanError} `unknown-plan`, `unknown-id`
 */
export function replan(before: Plan, { failed = [], covered = [] }: Progress): Plan {
  const origin = originOf(before)
  if (!origin) {
    throw new PlanError('unknown-plan', 'This plan is a copy. Go on from the very plan that was made.')
  }
  const { machine, options } = origin
  return plan(machine, {
    ...options,
    failed: [...new Set([...(options.failed ?? []), ...failed])],
    covered: [...new Set([...(options.covered ?? []), ...covered])],
  })
}
