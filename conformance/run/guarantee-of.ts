import { promises } from '../plan/describe/guarantee.ts'
import type { FlowPlan } from '../plan/flow/plan-paths.ts'
import type { Depth } from '../plan/index.ts'

/** What the plans of a depth find, and what that takes; nothing at the depth that every check has. */
export function guaranteeOf(depth: Depth = 'transitions', plans: readonly FlowPlan[]): string[] {
  if (depth === 'transitions') return []
  const steps = plans.reduce((sum, plan) => sum + plan.steps, 0)
  const found = plans.flatMap(({ guarantee }) => guarantee ?? [])
  const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0)
  const tour = sum(plans.map(({ tour }) => tour?.steps ?? 0))
  const faults = [
    `${sum(found.map(({ wrongTargets }) => wrongTargets))} wrong targets`,
    ...(depth === 'extra-state'
      ? [`${sum(found.map(({ hiddenStates = 0 }) => hiddenStates))} hidden states`]
      : []),
  ]
  return [
    `Depth ${depth} finds ${promises[depth]}.`,
    ...(found.length > 0
      ? [`Tried on paper: ${faults.join(' and ')}, in ${steps} steps; the transitions alone take ${tour}.`]
      : []),
  ]
}
