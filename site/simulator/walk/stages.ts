import { type Edge, edgesOf } from '../../../machines/model/edges.ts'
import type { Flow } from '../../../machines/model/flow.ts'
import { nameOf } from '../../../machines/model/progress.ts'
import { documentedWay } from './documented-way.ts'

const ways = new WeakMap<Flow, readonly Edge[]>()

/** What is done one after the other in a flow whose documentation has no numbered steps: the procedures of a journey, for example. */
function stagesOf(flow: Flow): readonly Edge[] {
  const known = ways.get(flow) ?? documentedWay(flow, Object.keys(flow.givens)[0] ?? '')
  ways.set(flow, known)
  return known
}

/** Whether the documentation numbers the steps of a flow. Where it does not, its stages are its steps. */
export const hasOwnSteps = ({ steps }: Flow): boolean => Object.keys(steps).length > 0

/** Number → what is done, of each step or stage of a flow. */
export const stepTexts = (flow: Flow): Readonly<Record<number, string>> =>
  hasOwnSteps(flow)
    ? flow.steps
    : Object.fromEntries(stagesOf(flow).map(({ event }, n) => [n + 1, flow.events[event]?.label ?? event]))

/** Another choice that leads to the same place is the same stage: another role, for example. */
const isSame = (one: Edge, other: Edge) =>
  one.source === other.source && one.target === other.target && !other.meta.refused

/** The number of the stage that a transition is; 0 where it is none. */
export const stageOf = (flow: Flow, edge: Edge): number =>
  stagesOf(flow).findIndex((stage) => isSame(stage, edge)) + 1

/**
 * Numbers of the stages that are done, and of the one that comes next; 0 where none does.
 * @param taken the transitions that were taken, see `Progress.taken`
 */
export function stagesOn(flow: Flow, taken: readonly string[]): { step: number; done: number[] } {
  const done = edgesOf(flow).flatMap((edge) =>
    taken.includes(nameOf(flow, edge)) ? stageOf(flow, edge) : [],
  )
  const stages = stagesOf(flow).map((_, n) => n + 1)
  return {
    step: stages.find((n) => !done.includes(n)) ?? 0,
    done: stages.filter((n) => done.includes(n)),
  }
}
