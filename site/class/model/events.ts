import type { Happening } from '../../simulator/happening.ts'
import type { Exercise, Grade } from './exercises.ts'
import type { ClassPlace } from './place.ts'
import type { Standing } from './standing.ts'

/** What a trainer settles when a class is made. */
export interface ClassSettings {
  title: string
  /** Id of a pack, and the flow that the class begins with. */
  pack: string
  flow: string
  given: string
  mode: 'model' | 'live'
  /** Whether people may ask for hints outside of exercises. */
  hints: boolean
  /** Whether people see what else could happen, and not only the documented step. */
  branches: boolean
  exercises: readonly Exercise[]
  /** How many people will come: their live sandboxes are made beforehand. */
  expected?: number
  /** How long results are kept after the end, in days; 0: they are deleted when the class ends. */
  keepDays: number
}

/** A hint: what the model has next, in the words of the documentation. */
export interface Hint {
  text: string
  /** From whom it came: the person asked, or the trainer offered it. */
  from: 'person' | 'trainer'
}

/** One documented demonstration: events of a flow, each with what to say. */
export interface Script {
  title: string
  flow: string
  given: string
  steps: readonly { event: string; note: string }[]
  /** What to say before the first of them. */
  opening?: string
}

/** Something that happened to one person. */
export type PersonEvent =
  | {
      kind: 'joined'
      name: string
      keyHash: string
      deviceHash: string
      place: ClassPlace
      standing: Standing
    }
  | { kind: 'renamed'; name: string }
  | { kind: 'removed' | 'banned' | 'readmitted' }
  | {
      kind: 'moved'
      place: ClassPlace
      standing: Standing
      /** Wrong turns that were new. */
      wrong: number
      /** For the exercise that runs. */
      grade?: Grade
      /** Someone else has moved the person: the trainer. */
      by?: 'trainer'
      /** How often someone else had moved them when they made this move themselves. */
      moved?: number
    }
  | { kind: 'hand'; up: boolean }
  | { kind: 'looked'; around: boolean }
  | { kind: 'hint-offered'; hint: Hint }
  | { kind: 'hint-answered'; taken: boolean }
  /** The trainer lets something happen to their live sandbox. */
  | { kind: 'happened'; is: Happening }
  | { kind: 'help-asked' }
  | { kind: 'help-answered'; yes: boolean }
  | { kind: 'help-ended' }
  | { kind: 'extra-time'; seconds: number }

/** Something that happened to the class. */
export type RoomEvent =
  | {
      kind: 'created'
      code: string
      settings: ClassSettings
      script: Script
      keyHashes: Readonly<Record<'trainer' | 'projector' | 'remote', string>>
    }
  | { kind: 'closed' | 'opened' }
  /** `live`: the trainer walks at a real tenant, and the room sees a mirror of it. */
  | { kind: 'led'; place: ClassPlace; standing: Standing; live?: boolean }
  | { kind: 'lead-ended' }
  | { kind: 'held'; on: boolean }
  | { kind: 'scripted'; script: Script }
  | { kind: 'exercises-set'; exercises: readonly Exercise[] }
  | { kind: 'exercise-started'; exercise: string }
  | { kind: 'exercise-ended' }
  | { kind: 'presenter-asked' | 'presenter-taken'; presenter: string; name: string }
  /** Everything about a person was deleted, but a ban: it is the hashes of their key and their device. */
  | { kind: 'forgotten'; person: string; banned?: readonly string[] }
  | { kind: 'ended' }

/** An event of the log: who it happened to is with it, so that everything about one person can be deleted. */
export type ClassEvent = ({ who?: undefined } & RoomEvent) | ({ who: string } & PersonEvent)

/** With its number in the class, counting from 1, and its time in ms since 1970. */
export type LoggedEvent = ClassEvent & { n: number; at: number }
