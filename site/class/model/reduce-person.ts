import type { PersonEvent } from './events.ts'
import { happenedAt } from './place.ts'
import { seenFrom } from './standing.ts'
import type { ClassState, Person, Work } from './state.ts'

/** What happened to one person is kept for a sandbox that is opened later, and no more of it. */
const MOST_HAPPENED = 20

type Moved = Extract<PersonEvent, { kind: 'moved' }>

/** Whether a move leads to another state. */
export const hasLeft = ({ place, standing }: Person, event: Moved) =>
  place.flow !== event.place.flow || standing.state !== event.standing.state

/** A person after one more event about them. Pure. */
export function changed(
  state: ClassState,
  person: Person,
  event: Exclude<PersonEvent, { kind: 'joined' }>,
  at: number,
): Person {
  switch (event.kind) {
    case 'renamed':
      return { ...person, name: event.name }
    case 'removed':
    case 'banned': {
      const { hand: _, ...rest } = person
      return { ...rest, status: event.kind }
    }
    case 'readmitted':
      return { ...person, status: 'in' }
    case 'moved':
      return moved(state, person, event, at)
    case 'hand': {
      const { hand: _, ...rest } = person
      return event.up ? { ...rest, hand: at } : rest
    }
    case 'looked':
      return { ...person, around: event.around }
    case 'hint-offered':
      return { ...person, offered: event.hint }
    case 'hint-answered':
      return hinted(state, person, event.taken)
    case 'happened': {
      const n = person.happenings + 1
      return {
        ...person,
        happenings: n,
        happened: [...person.happened, { n, is: event.is }].slice(-MOST_HAPPENED),
      }
    }
    case 'help-asked':
      return { ...person, help: 'asked' }
    case 'help-answered':
      return event.yes ? { ...person, help: 'given' } : withoutHelp(person)
    case 'help-ended':
      return withoutHelp(person)
    case 'extra-time':
      return { ...person, extra: person.extra + event.seconds }
  }
}

const withoutHelp = ({ help: _, ...person }: Person): Person => person

function moved(state: ClassState, person: Person, event: Moved, at: number): Person {
  const { place, standing, wrong, grade, by } = event
  const { taken: _, offered: __, ...rest } = person
  const left = hasLeft(person, event)
  return {
    ...(left ? rest : person),
    ...{ place, standing, happened: stillHappened(person, event) },
    wrong: person.wrong + wrong,
    active: at,
    since: left || by ? at : person.since,
    moved: person.moved + (by ? 1 : 0),
    ...(grade && state.running && { work: worked(person, state.running, event, at) }),
  }
}

/** A walk that begins anew begins in a fresh sandbox. A fault stays until the trainer takes it back, or begins something else. */
function stillHappened({ place, happened }: Person, { place: next, by }: Moved): Person['happened'] {
  const isSameFlow = place.flow === next.flow && place.given === next.given
  const goesOn = isSameFlow && happenedAt(place).every((event, n) => next.walk[n] === event)
  if (goesOn || happened.length === 0) return happened
  if (by) return []
  return next.walk.length > 0 ? happened : happened.filter(({ is }) => is.what === 'fault')
}

/** The work on the running exercise, one move further on. What is done stays done. */
function worked(person: Person, running: NonNullable<ClassState['running']>, event: Moved, at: number) {
  const before: Work = person.work[running.exercise] ?? { began: running.began, wrong: 0, hints: 0, path: [] }
  if (before.done !== undefined || !event.grade) return person.work
  const after: Work = {
    ...before,
    wrong: before.wrong + event.wrong,
    grade: event.grade,
    path: happenedAt(event.place).slice(seenFrom(event.place)),
    ...(event.grade.done && { done: at }),
  }
  return { ...person.work, [running.exercise]: after }
}

function hinted(state: ClassState, person: Person, isTaken: boolean): Person {
  const { offered, ...rest } = person
  if (!isTaken || !offered) return rest
  const { running } = state
  const work = running && person.work[running.exercise]
  return {
    ...rest,
    taken: offered,
    hints: person.hints + 1,
    ...(running && {
      work: {
        ...person.work,
        [running.exercise]: {
          ...(work ?? { began: running.began, wrong: 0, path: [] }),
          hints: (work?.hints ?? 0) + 1,
        },
      },
    }),
  }
}
