import type { Flow } from '../../../machines/model/flow.ts'
import { type Plan, type PlanOptions, plan } from '../index.ts'

/** A flow's plan in words, ready to be printed or written as JSON. */
export interface DescribedPlan
  extends Pick<Plan, 'coverage' | 'steps' | 'cost' | 'lowerBound' | 'unreachable'> {
  flow: string
  title: string
  paths: {
    given: string
    /** What the given means, in the words of the flow. */
    begins: string
    cost: number
    tooLong: boolean
    steps: {
      event: string
      /** What a person does, in the words of the flow. */
      label: string
      transition: string
      /** Where that leads to, with its context. */
      state: string
      covers: string[]
    }[]
  }[]
}

/** Plans a flow from each of its givens. */
export function describeFlow(
  flow: Flow,
  options: Pick<PlanOptions, 'coverage' | 'resetCost' | 'maxSteps'>,
): DescribedPlan {
  const inputs = Object.fromEntries(Object.keys(flow.givens).map((given) => [given, { given }]))
  const { coverage, paths, steps, cost, lowerBound, unreachable } = plan(flow.machine, { ...options, inputs })
  return {
    flow: flow.id,
    title: flow.title,
    coverage,
    paths: paths.map((path) => ({
      given: path.given ?? '',
      begins: flow.givens[path.given ?? ''] ?? '',
      cost: path.cost,
      tooLong: path.tooLong,
      steps: path.steps.map(({ event, transition, stateId, covers }) => ({
        event: event.type,
        label: flow.events[event.type]?.label ?? event.type,
        transition,
        state: stateId,
        covers,
      })),
    })),
    steps,
    cost,
    lowerBound,
    unreachable,
  }
}
