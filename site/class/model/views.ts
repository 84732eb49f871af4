import type { Row } from './board.ts'
import type { ClassSettings, Hint, Script } from './events.ts'
import type { Exercise } from './exercises.ts'
import type { ClassPlace } from './place.ts'
import type { Standing } from './standing.ts'
import { type ClassState, deadlineOf, type Person, type Work } from './state.ts'

/** What a participant sees of a class: everything, at every change. */
export interface PersonView {
  n: number
  /** The server’s clock, in ms since 1970. */
  now: number
  code: string
  title: string
  pack: string
  mode: ClassSettings['mode']
  hints: boolean
  branches: boolean
  state: 'in' | 'removed' | 'banned' | 'ended'
  me: {
    id: string
    name: string
    place: ClassPlace
    moved: number
    wrong: number
    hand: boolean
    around: boolean
    offered?: Hint | undefined
    taken?: Hint | undefined
    help?: Person['help']
    happened: Person['happened']
    work?: Work | undefined
  }
  lead?: { place: ClassPlace; live?: boolean } | undefined
  held: boolean
  exercise?: { is: Exercise; deadline?: number | undefined } | undefined
  /** Every exercise of the class, and which this person has done. */
  exercises: readonly { id: string; title: string; done: boolean }[]
}

export function viewOf(state: ClassState, person: Person, now: number): PersonView {
  const { code, settings, lead, held, running, exercises } = state
  const { id, name, place, moved, wrong, hand, around, offered, taken, help, happened, work, extra } = person
  const is = exercises.find((exercise) => exercise.id === running?.exercise)
  return {
    ...{ n: state.n, now, code, title: settings.title, pack: settings.pack, mode: settings.mode },
    ...{ hints: settings.hints, branches: settings.branches, held },
    state: state.ended !== undefined ? 'ended' : person.status,
    me: {
      ...{ id, name, place, moved, wrong, around, hand: hand !== undefined, offered, taken, happened },
      ...(help && { help }),
      work: is && work[is.id],
    },
    lead: lead && { place: lead.place, ...(lead.live && { live: true }) },
    exercise: is && { is, deadline: deadlineOf(state, extra) },
    exercises: exercises.map(({ id, title }) => ({ id, title, done: work[id]?.done !== undefined })),
  }
}

/** What is above the rows of a board. */
export interface RoomView {
  code: string
  title: string
  pack: string
  flow: string
  given: string
  mode: ClassSettings['mode']
  keepDays: number
  closed: boolean
  held: boolean
  ended: boolean
  lead?: { place: ClassPlace; standing: Standing; live?: boolean } | undefined
  script: Script
  presenter?: ClassState['presenter'] | undefined
  asking?: ClassState['asking'] | undefined
  exercises: readonly Exercise[]
  running?: { exercise: string; began: number; deadline?: number | undefined } | undefined
  /** What makes a join link more than a guess; absent for those who need no link. */
  ticket?: string | undefined
  /** Live sandboxes that are ready, of those for people who are expected and have not come. */
  sandboxes?: { ready: number; wanted: number } | undefined
}

/** One message of a board: all rows, or those that changed. */
export interface BoardMessage {
  n: number
  now: number
  room?: RoomView | undefined
  /** Flow and state → after how many ms someone is stuck there. */
  limits?: Readonly<Record<string, number>> | undefined
  rows: readonly Row[]
  /** `rows` has everyone: a person missing from it was deleted. */
  all: boolean
}

export function roomViewOf(state: ClassState): RoomView {
  const { code, settings, closed, held, ended, lead, script, presenter, asking, exercises, running } = state
  const { title, pack, flow, given, mode, keepDays } = settings
  return {
    ...{ code, title, pack, flow, given, mode, keepDays, closed, held, script, exercises },
    ended: ended !== undefined,
    lead: lead && { place: lead.place, standing: lead.standing, ...(lead.live && { live: true }) },
    ...{ presenter, asking },
    running: running && { ...running, deadline: deadlineOf(state) },
  }
}
