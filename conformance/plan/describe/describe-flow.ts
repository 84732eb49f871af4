import type { Flow } from '../../../machines/model/flow.ts'
import { looksOfFlow } from '../flow/looks.ts'
import { type PlanOptions, plan } from '../index.ts'
import { type DescribedPlan, describePlan } from './describe-plan.ts'

/** Plans a flow from each of its givens. */
export function describeFlow(flow: Flow, options: PlanOptions): DescribedPlan {
  const inputs = Object.fromEntries(Object.keys(flow.givens).map((given) => [given, { given }]))
  return describePlan(plan(flow.machine, { ...options, inputs, looks: looksOfFlow(flow) }), {
    flow: flow.id,
    title: flow.title,
    begins: (given) => flow.givens[given] ?? '',
    label: (event) => flow.events[event]?.label ?? event,
    alike: (right, wrong) =>
      flow.alike?.find(({ states }) => [right, wrong].every((id) => states.includes(placeIn(id))))?.why,
  })
}

/** The id of a state: the state the machine is in, then a space and its context. */
const placeIn = (id: string) => id.split(' ')[0] ?? ''
