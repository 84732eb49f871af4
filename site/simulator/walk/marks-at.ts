import type { Flow } from '../../../machines/model/flow.ts'
import type { StepId } from '../../../machines/model/origin.ts'
import type { Lasting } from '../../../machines/model/progress.ts'
import type { Moment } from '../../../machines/model/walk.ts'
import { splitChoices } from './choices.ts'
import { hasOwnSteps, stageOf, stagesOn } from './stages.ts'
import { stepDue, stepNext } from './step-due.ts'

/** How the steps of the page are marked. */
export interface StepMarks {
  /** The step that comes next; none where all is done, or where the documentation leads on without one. */
  due: StepId | undefined
  done: readonly StepId[]
  /** Whether that one can be done now, or an earlier one has to be done again on the way to it. */
  isNext: boolean
}

/** The marks at a moment, where so much has been done. */
export function marksAt(
  flow: Flow,
  moments: readonly Moment[],
  at: number,
  { done, taken }: Lasting,
): StepMarks {
  if (hasOwnSteps(flow)) {
    const due = stepDue(flow, moments, at, done)
    return { due, done, isNext: due === stepNext(flow, moments, at) }
  }
  const stages = stagesOn(flow, taken)
  const idOf = (n: number): StepId => `${flow.id}.${n}`
  const [next] = splitChoices(flow, moments, at).documented
  const isOver = stages.step === 0 || moments[at]?.goal
  return {
    due: isOver ? undefined : idOf(stages.step),
    done: stages.done.map(idOf),
    isNext: next !== undefined && stageOf(flow, next) === stages.step,
  }
}
