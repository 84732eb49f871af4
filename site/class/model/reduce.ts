import type { LoggedEvent, PersonEvent, RoomEvent } from './events.ts'
import { changed, hasLeft } from './reduce-person.ts'
import { type ClassState, type Person, stayKey } from './state.ts'

/** How many stays at a state are remembered: enough for a percentile, and no more. */
const MOST_STAYS = 600

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
  return event.who === undefined
    ? waited(next, inRoom(next, event, event.at), event.at)
    : toPerson(next, event.who, event, event.at)
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
        lead: {
          ...{ place: event.place, standing: event.standing, since: state.lead?.since ?? at },
          ...(event.live && { live: true }),
        },
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

const waits = ({ lead, held }: ClassState) => lead !== undefined || held

/** While people wait for the trainer they can do nothing: that time counts neither as a stay nor as idle. */
function waited(before: ClassState, now: ClassState, at: number): ClassState {
  if (waits(before) === waits(now)) return now
  if (waits(now)) return { ...now, waiting: at }
  const { waiting = at, ...rest } = now
  const goOn = (person: Person): Person => ({
    ...person,
    since: at - Math.max(0, waiting - person.since),
    active: at - Math.max(0, waiting - person.active),
  })
  // Who looked around went on meanwhile.
  return { ...rest, people: eachOf(now, (one) => (before.people.get(one.id)?.around ? one : goOn(one))) }
}

const eachOf = ({ people }: ClassState, change: (person: Person) => Person) =>
  new Map([...people].map(([id, person]) => [id, change(person)]))

function toPerson(state: ClassState, who: string, event: PersonEvent, at: number): ClassState {
  if (event.kind === 'joined') {
    const { name, keyHash, deviceHash, place, standing } = event
    const person: Person = {
      ...{ id: who, name, keyHash, deviceHash, place, standing },
      ...{ status: 'in', joined: at, since: at, active: at, moved: 0, wrong: 0, hints: 0 },
      ...{ acted: false, around: false, extra: 0, work: {}, happened: [], happenings: 0 },
    }
    return { ...state, people: new Map(state.people).set(who, person) }
  }
  const person = state.people.get(who)
  if (!person || isOutOfDate(person, event)) return state
  const after = { ...changed(state, person, event, at), acted: person.acted || isOwn(event) }
  const next = { ...state, people: new Map(state.people).set(who, after) }
  if (event.kind !== 'moved' || !hasLeft(person, event)) return next
  const key = stayKey(person.place.flow, person.standing.state)
  const stays = [...(state.stays[key] ?? []), at - person.since].slice(-MOST_STAYS)
  return event.by ? next : { ...next, stays: { ...state.stays, [key]: stays } }
}

/** The trainer has moved them meanwhile, through another process that serves the class. */
const isOutOfDate = (person: Person, event: PersonEvent) =>
  event.kind === 'moved' && event.moved !== undefined && event.moved !== person.moved

/** What only people do themselves. */
const isOwn = (event: PersonEvent) =>
  (event.kind === 'moved' && event.by === undefined) ||
  (event.kind === 'hand' && event.up) ||
  event.kind === 'looked' ||
  event.kind === 'hint-answered' ||
  event.kind === 'help-answered'
