import type { LoggedEvent, PersonEvent, RoomEvent } from './events.ts'
import { happenedAt } from './place.ts'
import { type ClassState, type Person, stayKey, type Work } from './state.ts'

/** How many stays at a state are remembered: enough for a percentile, and no more. */
const MOST_STAYS = 600

/** What happened to one person is kept for a sandbox that is opened later, and no more of it. */
const MOST_HAPPENED = 20

type Created = Extract<RoomEvent, { kind: 'created' }>

const begun = ({ code, settings, script, keyHashes }: Created, n: number, at: number): ClassState => ({
  ...{ n, code, created: at, settings, script, keyHashes },
  exercises: settings.exercises,
  people: new Map(),
  closed: false,
  banned: [],
  held: false,
  stays: {},
})

/**
 * The state after one more event. Pure; an event that does not fit, such as one about a person who was deleted, changes
 * nothing but the number.
 */
export function reduce(state: ClassState | undefined, event: LoggedEvent): ClassState | undefined {
  if (event.kind === 'created') return state ?? begun(event, event.n, event.at)
  if (!state) return undefined
  const next = { ...state, n: event.n }
  return event.who === undefined ? inRoom(next, event, event.at) : toPerson(next, event.who, event, event.at)
}

export const stateOf = (events: readonly LoggedEvent[]): ClassState | undefined =>
  events.reduce<ClassState | undefined>(reduce, undefined)

function inRoom(state: ClassState, event: RoomEvent, at: number): ClassState {
  switch (event.kind) {
    case 'closed':
    case 'opened':
      return { ...state, closed: event.kind === 'closed' }
    case 'led':
      return {
        ...state,
        lead: { place: event.place, standing: event.standing, since: state.lead?.since ?? at },
      }
    case 'lead-ended': {
      const { lead: _, ...rest } = state
      return { ...rest, held: false, people: eachOf(state, (person) => ({ ...person, around: false })) }
    }
    case 'held':
      return {
        ...state,
        held: event.on,
        ...(event.on && { people: eachOf(state, (person) => ({ ...person, around: false })) }),
      }
    case 'scripted':
      return { ...state, script: event.script }
    case 'exercises-set':
      return { ...state, exercises: event.exercises }
    case 'exercise-started':
      return { ...state, running: { exercise: event.exercise, began: at } }
    case 'exercise-ended': {
      const { running: _, ...rest } = state
      return rest
    }
    case 'presenter-asked':
      return { ...state, asking: { id: event.presenter, name: event.name } }
    case 'presenter-taken': {
      const { asking: _, ...rest } = state
      return { ...rest, presenter: { id: event.presenter, name: event.name } }
    }
    case 'forgotten': {
      const people = new Map(state.people)
      people.delete(event.person)
      return { ...state, people, banned: [...state.banned, ...(event.banned ?? [])] }
    }
    case 'ended':
      return { ...state, ended: at, closed: true }
    case 'created':
      return state
  }
}

const eachOf = ({ people }: ClassState, change: (person: Person) => Person) =>
  new Map([...people].map(([id, person]) => [id, change(person)]))

function toPerson(state: ClassState, who: string, event: PersonEvent, at: number): ClassState {
  if (event.kind === 'joined') {
    const { name, keyHash, deviceHash, place, standing } = event
    const person: Person = {
      ...{ id: who, name, keyHash, deviceHash, place, standing },
      ...{ status: 'in', joined: at, since: at, active: at, moved: 0, wrong: 0, hints: 0 },
      ...{ around: false, extra: 0, work: {}, happened: [], happenings: 0 },
    }
    return { ...state, people: new Map(state.people).set(who, person) }
  }
  const person = state.people.get(who)
  if (!person || isOutOfDate(person, event)) return state
  const next = { ...state, people: new Map(state.people).set(who, changed(state, person, event, at)) }
  if (event.kind !== 'moved' || !hasLeft(person, event)) return next
  const key = stayKey(person.place.flow, person.standing.state)
  const stays = [...(state.stays[key] ?? []), at - person.since].slice(-MOST_STAYS)
  return event.by ? next : { ...next, stays: { ...state.stays, [key]: stays } }
}

type Moved = Extract<PersonEvent, { kind: 'moved' }>

/** The trainer has moved them meanwhile, through another process that serves the class. */
const isOutOfDate = (person: Person, event: PersonEvent) =>
  event.kind === 'moved' && event.moved !== undefined && event.moved !== person.moved

const hasLeft = ({ place, standing }: Person, event: Moved) =>
  place.flow !== event.place.flow || standing.state !== event.standing.state

function changed(
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
    path: happenedAt(event.place),
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
