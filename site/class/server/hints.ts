import { walk } from '../../../machines/model/walk.ts'
import { splitChoices } from '../../simulator/walk/choices.ts'
import type { Hint } from '../model/events.ts'
import { happenedAt } from '../model/place.ts'
import type { Person } from '../model/state.ts'
import { ClassError } from './class-error.ts'
import type { Classroom } from './classroom.ts'
import { runningExercise } from './moves.ts'

/** What the model has next for a person, in the words of the documentation; undefined where nothing leads on. */
export function hintFor(room: Classroom, { place }: Person, from: Hint['from']): Hint | undefined {
  const flow = room.flow(place.flow)
  const moments = walk(flow, place.given, happenedAt(place))
  const [next] = splitChoices(flow, moments, moments.length - 1).documented
  if (!next) return undefined
  const { meta } = next
  const number = 'step' in meta ? Number(meta.step.slice(meta.step.lastIndexOf('.') + 1)) : 0
  const step = flow.steps[number]
  return { text: step ? `Step ${number}: ${step}.` : `${flow.events[next.event]?.label}.`, from }
}

/** @throws ClassError where a person may take no more hints */
export function demandHint(room: Classroom, person: Person): void {
  const exercise = runningExercise(room)
  if (!exercise && !room.state.settings.hints)
    throw new ClassError(409, 'no-hints', 'There are no hints in this class.')
  const taken = exercise ? (person.work[exercise.id]?.hints ?? 0) : 0
  if (exercise && taken >= exercise.hints)
    throw new ClassError(409, 'no-hints', 'All hints of this exercise are taken.')
}
