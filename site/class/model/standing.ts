import { stepsOf } from '../../../machines/model/edges.ts'
import type { Flow } from '../../../machines/model/flow.ts'
import type { StepId } from '../../../machines/model/origin.ts'
import { advance, noProgress, type Progress, progressOn } from '../../../machines/model/progress.ts'
import { type Moment, walk } from '../../../machines/model/walk.ts'
import { hasOwnSteps, stagesOn } from '../../simulator/walk/stages.ts'
import { stepDue } from '../../simulator/walk/step-due.ts'
import { type ClassPlace, happenedAt } from './place.ts'

/** What a place means, as the model says: kept with each move, so that nothing has to be walked again to show it. */
export interface Standing {
  state: string
  screen: string
  /** Number of the documented step that is due; 0 where none is. */
  step: number
  /** Numbers of the steps that are done. */
  done: readonly number[]
  goal: boolean
  /** Refused attempts along the walk, as far as it was seen. */
  wrong: number
}

const numberOf = (step: string) => Number(step.slice(step.lastIndexOf('.') + 1))

const isRefusal = ({ edge }: Moment) => edge?.meta.refused === true

/** From which moment on a walk was seen: the first is shown there. */
export const seenFrom = ({ seen, at }: ClassPlace): number => Math.min(seen?.from ?? 0, at)

/** The documented steps that were seen to be done on a walk. */
function stepsSeenOn(flow: Flow, place: ClassPlace, moments: readonly Moment[]): readonly StepId[] {
  const known = stepsOf(flow)
  const before = (place.seen?.done ?? []).filter((step) => known.includes(step))
  const start: Progress = { ...noProgress, done: before }
  return moments
    .slice(seenFrom(place) + 1)
    .reduce((progress, moment) => advance(flow, progress, moment), start).done
}

/** The steps at a place: a participant and the board read the same. @param moments up to the one that is shown */
export function stepsAt(
  flow: Flow,
  place: ClassPlace,
  moments: readonly Moment[],
): Pick<Standing, 'step' | 'done'> {
  if (!hasOwnSteps(flow)) return stagesOn(flow, progressOn(flow, moments.slice(seenFrom(place) + 1)).taken)
  const done = stepsSeenOn(flow, place, moments)
  const due = stepDue(flow, moments, moments.length - 1, done)
  return { step: due === undefined ? 0 : numberOf(due), done: done.map(numberOf) }
}

/**
 * Walks the machine along a place.
 * @returns undefined where the model does not allow the walk
 */
export function standingOf(flow: Flow, place: ClassPlace): Standing | undefined {
  if (!(place.given in flow.givens) || place.at > place.walk.length || place.at < 0) return undefined
  const all = walk(flow, place.given, place.walk)
  if (all.length !== place.walk.length + 1) return undefined
  const moments = all.slice(0, place.at + 1)
  const now = moments.at(-1)
  if (!now) return undefined
  return {
    state: now.state,
    screen: now.screen,
    ...stepsAt(flow, place, moments),
    goal: now.goal,
    wrong: moments.slice(seenFrom(place) + 1).filter(isRefusal).length,
  }
}

/** Where a flow begins with one of its givens: its first, where that is not one of them. */
export function beginningOf(flow: Flow, given?: string): ClassPlace {
  const known = given !== undefined && given in flow.givens ? given : (Object.keys(flow.givens)[0] ?? '')
  return { flow: flow.id, given: known, walk: [], at: 0 }
}

/** What two places have in common: the events at the beginning that both have seen. */
export function sharedPlace(before: ClassPlace, after: ClassPlace): ClassPlace {
  const isSame = before.flow === after.flow && before.given === after.given
  const [one, other] = [isSame ? happenedAt(before) : [], happenedAt(after)]
  const differs = other.findIndex((event, n) => one[n] !== event)
  const walk = differs < 0 ? other : other.slice(0, differs)
  return { ...after, walk, at: walk.length }
}
