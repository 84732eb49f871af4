import type { AnyStateMachine } from 'xstate'
import { type PlanOptions, plan } from '../index.ts'
import { type DescribedPlan, describePlan } from './describe-plan.ts'

/** Plans any machine: its events and inputs are called as the machine calls them. */
export const describeMachine = (machine: AnyStateMachine, options: PlanOptions): DescribedPlan =>
  describePlan(plan(machine, options), {
    flow: machine.id,
    title: machine.id,
    begins: (given) => (given ? `With the input "${given}"` : 'From the initial state'),
    label: (event) => event,
  })
