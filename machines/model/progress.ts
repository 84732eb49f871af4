import { type Edge, edgesOf } from './edges.ts'
import type { Flow } from './flow.ts'
import type { StepId } from './origin.ts'
import type { Moment } from './walk.ts'

/** The documented steps of a walk. */
export interface Progress {
  done: readonly StepId[]
  /** Steps with several transitions, of which only some were taken so far. */
  begun: readonly StepId[]
  /** Each transition that was taken, as `<flow> <transition>`; a refusal is none. */
  taken: readonly string[]
}

/** What stays of it off the path: what has been done. */
export type Lasting = Pick<Progress, 'done' | 'taken'>

export const noProgress: Progress = { done: [], begun: [], taken: [] }

/** The transition of a flow, as {@link Progress.taken} names it. */
export const nameOf = ({ id }: Flow, edge: Pick<Edge, 'id'>): string => `${id} ${edge.id}`

/** Whether a transition, by its name in {@link Progress.taken}, is one of this flow. */
export const isOf = ({ id }: Flow, name: string): boolean => name.startsWith(`${id} `)

/**
 * The progress one moment further on. A step is done when its last transition was taken, when a later step is due, or when
 * the flow has reached its goal. A refusal is no progress.
 */
export function advance(flow: Flow, progress: Progress, { edge, state, goal }: Moment): Progress {
  if (!edge || edge.meta.refused) return progress
  const { done, begun, taken } = progress
  const step = 'step' in edge.meta ? edge.meta.step : undefined
  const due = stepsFrom(flow, state)
  const isOver = (one: StepId) =>
    goal || (one === step && !due.includes(one)) || due.some((other) => numberOf(other) > numberOf(one))
  const open = new Set([...begun, ...(step ? [step] : [])])
  const over = [...open].filter(isOver)
  return {
    done: [...new Set([...done, ...over])],
    begun: [...open].filter((one) => !over.includes(one)),
    taken: [...new Set([...taken, nameOf(flow, edge)])],
  }
}

/** The progress at the end of a walk. */
export const progressOn = (flow: Flow, moments: readonly Moment[]): Progress =>
  moments.reduce((progress, moment) => advance(flow, progress, moment), noProgress)

/** The documented steps that are done at the end of a walk. */
export const stepsDoneOn = (flow: Flow, moments: readonly Moment[]): readonly StepId[] =>
  progressOn(flow, moments).done

/** Steps that have a transition in a state, whatever its guard says. */
const stepsFrom = (flow: Flow, state: string): StepId[] =>
  edgesOf(flow).flatMap(({ source, meta }) =>
    'step' in meta && !meta.refused && (state === source || state.startsWith(`${source}.`)) ? meta.step : [],
  )

const numberOf = (step: StepId) => Number(step.slice(step.lastIndexOf('.') + 1))
