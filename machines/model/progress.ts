import { edgesOf } from './edges.ts'
import type { Flow } from './flow.ts'
import type { StepId } from './origin.ts'
import type { Moment } from './walk.ts'

/** The documented steps of a walk. */
export interface Progress {
  done: readonly StepId[]
  /** Steps with several transitions, of which only some were taken so far. */
  begun: readonly StepId[]
}

export const noProgress: Progress = { done: [], begun: [] }

/**
 * The progress one moment further on. A step is done when its last transition was taken, when a later step is due, or when
 * the flow has reached its goal. A refusal is no progress.
 */
export function advance(flow: Flow, { done, begun }: Progress, { edge, state, goal }: Moment): Progress {
  if (!edge || edge.meta.refused) return { done, begun }
  const step = 'step' in edge.meta ? edge.meta.step : undefined
  const due = stepsFrom(flow, state)
  const isOver = (one: StepId) =>
    goal || (one === step && !due.includes(one)) || due.some((other) => numberOf(other) > numberOf(one))
  const open = new Set([...begun, ...(step ? [step] : [])])
  const over = [...open].filter(isOver)
  return {
    done: [...new Set([...done, ...over])],
    begun: [...open].filter((one) => !over.includes(one)),
  }
}

/** The documented steps that are done at the end of a walk. */
export const stepsDoneOn = (flow: Flow, moments: readonly Moment[]): readonly StepId[] =>
  moments.reduce((progress, moment) => advance(flow, progress, moment), noProgress).done

/** Steps that have a transition in a state, whatever its guard says. */
const stepsFrom = (flow: Flow, state: string): StepId[] =>
  edgesOf(flow).flatMap(({ source, meta }) =>
    'step' in meta && !meta.refused && (state === source || state.startsWith(`${source}.`)) ? meta.step : [],
  )

const numberOf = (step: StepId) => Number(step.slice(step.lastIndexOf('.') + 1))
