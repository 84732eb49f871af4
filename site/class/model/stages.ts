import type { Edge } from '../../../machines/model/edges.ts'
import type { Flow } from '../../../machines/model/flow.ts'
import type { Moment } from '../../../machines/model/walk.ts'
import { documentedWay } from '../../simulator/walk/documented-way.ts'

const ways = new WeakMap<Flow, readonly Edge[]>()

/** The procedures of a journey, as it documents them. */
function stagesOf(flow: Flow): readonly Edge[] {
  const known = ways.get(flow) ?? documentedWay(flow, Object.keys(flow.givens)[0] ?? '')
  ways.set(flow, known)
  return known
}

/** A journey has none: its procedures are its steps. */
export const hasOwnSteps = ({ steps }: Flow): boolean => Object.keys(steps).length > 0

/** Number → what is done, of each step of a flow or each procedure of a journey. */
export const stepTexts = (flow: Flow): Readonly<Record<number, string>> =>
  hasOwnSteps(flow)
    ? flow.steps
    : Object.fromEntries(stagesOf(flow).map(({ event }, n) => [n + 1, flow.events[event]?.label ?? event]))

/** Numbers of the procedures that are done in a journey, and of the one that comes next; 0 where none does. */
export function stagesOn(flow: Flow, moments: readonly Moment[]): { step: number; done: number[] } {
  const happened = new Set(moments.map(({ edge }) => edge?.event))
  const stages = stagesOf(flow).map(({ event }, n) => ({ n: n + 1, isDone: happened.has(event) }))
  return {
    step: stages.find(({ isDone }) => !isDone)?.n ?? 0,
    done: stages.flatMap(({ n, isDone }) => (isDone ? n : [])),
  }
}
