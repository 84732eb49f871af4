import { edgeAt, walk } from '../../../machines/model/walk.ts'
import { wayTo } from '../../simulator/walk/way-to.ts'
import { type ClassPlace, happenedAt } from '../model/place.ts'
import { beginningOf } from '../model/standing.ts'
import type { Person } from '../model/state.ts'
import type { TrainerAct } from './bodies.ts'
import { ClassError } from './class-error.ts'
import type { Classroom } from './classroom.ts'
import { hintFor } from './hints.ts'
import { lead, setScript, step } from './lead-acts.ts'
import { movedTo, peopleOf, someOf } from './moves.ts'
import { nameFor } from './person-acts.ts'

const statuses = { remove: 'removed', ban: 'banned', readmit: 'readmitted' } as const

type Act<A extends TrainerAct['act']> = Extract<TrainerAct, { act: A }>

/**
 * Does what a trainer asks for, and resolves when it is in the store. Answers how many people it concerned, where that may
 * be less than all.
 * @throws ClassError where it is not possible
 */
export async function trainerActs(room: Classroom, act: TrainerAct): Promise<number | undefined> {
  switch (act.act) {
    case 'rename':
      room.person(act.who)
      await room.append({ who: act.who, kind: 'renamed', name: nameFor(room, act.name, act.who) })
      return 1
    case 'remove':
    case 'ban':
    case 'readmit':
      room.person(act.who)
      await room.append({ who: act.who, kind: statuses[act.act] })
      return 1
    case 'remove-unmoved':
      return removeUnmoved(room)
    case 'lower-hand':
      await room.append({ who: room.person(act.who).id, kind: 'hand', up: false })
      return 1
    case 'ask-help':
    case 'end-help':
      await room.append({
        who: room.person(act.who).id,
        kind: act.act === 'ask-help' ? 'help-asked' : 'help-ended',
      })
      return 1
    case 'extra-time':
      await room.append({ who: room.person(act.who).id, kind: 'extra-time', seconds: act.seconds })
      return 1
    case 'close':
      return void (await room.append({ kind: 'closed' }))
    case 'open':
      return void (await room.append({ kind: 'opened' }))
    case 'hold':
      return void (await room.append({ kind: 'held', on: act.on }))
    case 'lead':
    case 'end-lead':
    case 'ask-presenter':
    case 'take-presenter':
      return void (await lead(room, act))
    case 'step':
      return void (await step(room, act))
    case 'script':
      return void (await setScript(room, act.script))
    case 'bring':
      return bring(room, act)
    case 'start-over':
      return arrange(room, peopleOf(room, act.who), () => beginningOf(room.flow(act.flow), act.given))
    case 'inject':
      return inject(room, act)
    case 'happen':
      return happen(room, act)
    case 'help-move':
      return help(room, act)
    case 'offer-hint':
      return offerHint(room, act)
    case 'start-exercise':
      return startExercise(room, act)
    case 'set-exercises':
      return void (await room.append({ kind: 'exercises-set', exercises: act.exercises }))
    case 'end-exercise':
      return void (await room.append({ kind: 'exercise-ended' }))
    case 'end':
      await room.append({ kind: 'ended' })
      if (room.state.settings.keepDays === 0) await room.drop()
      return undefined
  }
}

/** Someone who fills a room from outside does nothing in it. */
async function removeUnmoved(room: Classroom) {
  const unmoved = peopleOf(room, undefined).filter(({ acted }) => !acted)
  const all = someOf(unmoved, 'Everyone has moved.')
  await room.append(...all.map(({ id }) => ({ who: id, kind: 'removed' as const })))
  return all.length
}

/** Moves people to places that the model allows; a place may be theirs alone. */
async function arrange(room: Classroom, people: readonly Person[], placeOf: (person: Person) => ClassPlace) {
  await room.append(...people.map((person) => movedTo(room, person, placeOf(person), 'trainer')))
  return people.length
}

async function bring(room: Classroom, { flow: id, step: number, who }: Act<'bring'>) {
  const flow = room.flow(id)
  const way = wayTo(flow, { step: number }, room.state.settings.given)
  if (!way) throw new ClassError(409, 'no-way', `There is no way to step ${number} of ${flow.title}.`)
  const place = { flow: id, ...way, at: way.walk.length }
  return arrange(room, peopleOf(room, who), () => place)
}

/** For everyone at whose moment it is possible. */
async function inject(room: Classroom, { event, who }: Act<'inject'>) {
  const able = peopleOf(room, who).filter(({ place }) => {
    const flow = room.flow(place.flow)
    const now = walk(flow, place.given, happenedAt(place)).at(-1)
    return now && edgeAt(flow, now, event)
  })
  someOf(able, 'Nobody is at a moment at which that can happen.')
  return arrange(room, able, ({ place }) => {
    const events = [...happenedAt(place), event]
    return { ...place, walk: events, at: events.length }
  })
}

/** What no event of a flow says: only live sandboxes have a clock of their own and a provider with faults. */
async function happen(room: Classroom, { is, who }: Act<'happen'>) {
  if (room.state.settings.mode !== 'live')
    throw new ClassError(409, 'not-live', 'In the model, only what a flow says can happen.')
  const people = someOf(peopleOf(room, who), 'Nobody is in the class yet.')
  await room.append(...people.map(({ id }) => ({ who: id, kind: 'happened' as const, is })))
  return people.length
}

async function help(room: Classroom, { who, place }: Act<'help-move'>) {
  const person = room.person(who)
  if (person.help !== 'given')
    throw new ClassError(403, 'no-consent', `${person.name} has not agreed to your help. Ask first.`)
  return arrange(room, [person], () => place)
}

/** For one person, or for everyone who has none yet. */
async function offerHint(room: Classroom, { who }: Act<'offer-hint'>) {
  const offers = peopleOf(room, who).flatMap((person) => {
    const hint = person.standing.goal || person.offered ? undefined : hintFor(room, person, 'trainer')
    return hint ? [{ who: person.id, kind: 'hint-offered' as const, hint }] : []
  })
  await room.append(...someOf(offers, 'Nobody needs a hint.'))
  return offers.length
}

async function startExercise(room: Classroom, { exercise: id }: Act<'start-exercise'>) {
  const exercise = room.state.exercises.find((one) => one.id === id)
  if (!exercise) throw new ClassError(404, 'no-such-exercise', 'The class has no such exercise.')
  const place = beginningOf(room.flow(exercise.flow), exercise.given)
  const people = peopleOf(room, undefined)
  await room.append(
    ...(room.state.lead ? [{ kind: 'lead-ended' as const }] : []),
    { kind: 'exercise-started', exercise: id },
    ...people.map((person) => movedTo(room, person, place, 'trainer', exercise)),
  )
  return people.length
}
