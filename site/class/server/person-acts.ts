import { cleanName, freeName } from '../model/names.ts'
import { samePlace } from '../model/place.ts'
import { deadlineOf, type Person } from '../model/state.ts'
import type { PersonAct } from './bodies.ts'
import { ClassError } from './class-error.ts'
import type { Classroom } from './classroom.ts'
import { demandHint, hintFor } from './hints.ts'
import { movedTo, runningExercise } from './moves.ts'

/**
 * Does what a participant asks for, and resolves when it is in the store.
 * @throws ClassError where it is not possible
 */
export async function personActs(room: Classroom, person: Person, act: PersonAct): Promise<void> {
  const who = person.id
  switch (act.act) {
    case 'move':
      return move(room, person, act)
    case 'hand':
      return room.append({ who, kind: 'hand', up: act.up })
    case 'look':
      if (act.around && room.state.held)
        throw new ClassError(409, 'held', 'The trainer holds the room. You can look around when it goes on.')
      return room.append({ who, kind: 'looked', around: act.around })
    case 'ask-hint': {
      demandHint(room, person)
      const hint = hintFor(room, person, 'person')
      if (!hint) throw new ClassError(409, 'no-hints', 'Nothing leads on from here.')
      return room.append({ who, kind: 'hint-offered', hint }, { who, kind: 'hint-answered', taken: true })
    }
    case 'answer-hint':
      if (!person.offered) return
      if (act.taken) demandHint(room, person)
      return room.append({ who, kind: 'hint-answered', taken: act.taken })
    case 'answer-help':
      if (person.help !== 'asked' && act.yes) throw new ClassError(409, 'not-asked', 'Nobody asked to help.')
      return room.append({ who, kind: 'help-answered', yes: act.yes })
  }
}

/**
 * A name as it is shown, made different from all others.
 * @throws ClassError where nothing is left of it
 */
export function nameFor(room: Classroom, typed: string, who?: string): string {
  const name = cleanName(typed)
  if (!name) throw new ClassError(400, 'bad-name', 'A name needs at least one letter or digit.')
  const others = [...room.state.people.values()].filter(({ id }) => id !== who)
  return freeName(name, new Set(others.map((other) => other.name)))
}

async function move(room: Classroom, person: Person, { place, moved }: Extract<PersonAct, { act: 'move' }>) {
  // The trainer has moved them meanwhile: what they did before that is out of date.
  if (moved !== person.moved || samePlace(place, person.place)) return
  const { held, lead } = room.state
  if (held) throw new ClassError(409, 'held', 'The trainer holds the room.')
  if (lead && !person.around)
    throw new ClassError(409, 'following', 'You follow the trainer. Look around first.')
  const exercise = runningExercise(room)
  const deadline = deadlineOf(room.state, person.extra)
  const isLate = deadline !== undefined && room.now() > deadline
  const event = movedTo(room, person, place, undefined, exercise)
  if (event.kind !== 'moved') return
  if (isLate) delete event.grade
  await room.append({ ...event, moved })
}
