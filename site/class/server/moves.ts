import type { ClassEvent } from '../model/events.ts'
import { type Exercise, type Grade, gradeOf } from '../model/exercises.ts'
import type { ClassPlace } from '../model/place.ts'
import { beginningOf, sharedPlace } from '../model/standing.ts'
import type { Person } from '../model/state.ts'
import { ClassError } from './class-error.ts'
import type { Classroom } from './classroom.ts'

/** The exercise that runs. */
export const runningExercise = ({ state }: Classroom): Exercise | undefined =>
  state.exercises.find(({ id }) => id === state.running?.exercise)

/** The event that a person has moved, with all that the model says about it. */
export function movedTo(
  room: Classroom,
  person: Pick<Person, 'id' | 'place'> & Partial<Pick<Person, 'work'>>,
  place: ClassPlace,
  by?: 'trainer',
  exercise = runningExercise(room),
): ClassEvent {
  const flow = room.flow(place.flow)
  const standing = room.standing(place)
  const grade: Grade | undefined =
    exercise && gradeOf(flow, exercise, place, standing.wrong, person.work?.[exercise.id]?.grade)
  return {
    ...{ who: person.id, kind: 'moved', place, standing },
    // Going back over a wrong turn is no other one.
    wrong: by ? 0 : standing.wrong - room.standing(sharedPlace(person.place, place)).wrong,
    ...(grade && { grade }),
    ...(by && { by }),
  }
}

/** Where someone is who joins now: at the beginning of what is being done. */
export function firstPlace(room: Classroom): ClassPlace {
  const { settings } = room.state
  const exercise = runningExercise(room)
  return exercise
    ? beginningOf(room.flow(exercise.flow), exercise.given)
    : beginningOf(room.flow(settings.flow), settings.given)
}

/** The person, or everyone who is in the class. */
export function peopleOf(room: Classroom, who: string | undefined): Person[] {
  if (who !== undefined) return [room.person(who)]
  return [...room.state.people.values()].filter(({ status }) => status === 'in')
}

/** @throws ClassError where there is nobody to whom it can happen */
export function someOf<T>(people: readonly T[], why: string): readonly T[] {
  if (people.length === 0) throw new ClassError(409, 'nobody', why)
  return people
}
