import type { Capability, Flow } from '../../machines/flow.ts'
import { begin, choicesAt, type Moment, step } from '../../machines/walk.ts'
import { planGraph } from '../plan/plan-graph.ts'
import type { Verdict } from '../report/result.ts'
import type { PlannedPath } from './path.ts'

export interface FlowPlan {
  paths: PlannedPath[]
  steps: number
  cost: number
  lowerBound: number
  unreachable: Map<string, { verdict: Verdict; reason: string }>
}

export function planFlow(flow: Flow, _capabilities: readonly Capability[], maxSteps?: number): FlowPlan {
  const moments: Moment[] = []
  const keys = new Map<string, number>()
  const nodeOf = (moment: Moment) => {
    const key = JSON.stringify([moment.snapshot.value, moment.snapshot.context])
    const known = keys.get(key)
    if (known !== undefined) return known
    keys.set(key, moments.length)
    moments.push(moment)
    return moments.length - 1
  }
  const givens = Object.keys(flow.givens)
  const initials = givens.map((given) => nodeOf(begin(flow, given)))
  const edges: { from: number; to: number; event: string }[] = []
  for (let n = 0; n < moments.length; n++) {
    const moment = moments[n] as Moment
    for (const { event } of choicesAt(flow, moment))
      edges.push({ from: n, to: nodeOf(step(flow, moment, event) as Moment), event })
  }
  const plan = planGraph({ nodes: moments.length, edges, initials }, { maxSteps })
  return {
    paths: plan.paths.map((path, n) => ({
      id: `${flow.id}-${n + 1}`,
      flow: flow.id,
      given: givens[initials.indexOf(path.start)] as string,
      events: path.edges.map((edge) => edges[edge]?.event as string),
    })),
    steps: plan.steps,
    cost: plan.cost,
    lowerBound: plan.lowerBound,
    unreachable: new Map(),
  }
}
