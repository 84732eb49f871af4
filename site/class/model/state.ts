import type { Happened } from '../../simulator/happening.ts'
import type { ClassSettings, Hint, Script } from './events.ts'
import type { Exercise, Grade } from './exercises.ts'
import type { ClassPlace } from './place.ts'
import type { Standing } from './standing.ts'

/** A person's work on one exercise. */
export interface Work {
  began: number
  /** When it was done, for the first time; ms since 1970. */
  done?: number
  grade?: Grade
  wrong: number
  hints: number
  /** The way that was taken: as far as it was done, or as far as it has come. */
  path: readonly string[]
}

export interface Person {
  id: string
  name: string
  status: 'in' | 'removed' | 'banned'
  keyHash: string
  deviceHash: string
  joined: number
  place: ClassPlace
  standing: Standing
  /** How often someone else has moved them: a move that was made before the last time is out of date. */
  moved: number
  /** Since when they are at this state, and when they moved last; ms since 1970. */
  since: number
  active: number
  /** Since they joined. */
  wrong: number
  hints: number
  /** When the hand was raised. */
  hand?: number
  /** They have done something themselves: moved, raised a hand, taken or asked for something. */
  acted: boolean
  /** Looking around while the trainer leads. */
  around: boolean
  offered?: Hint
  taken?: Hint
  /** What the trainer lets happen to their live sandbox, as far as it concerns the one that they have now. */
  happened: readonly Happened[]
  /** How often something was let happen. */
  happenings: number
  /** The trainer may help in their sandbox. */
  help?: 'asked' | 'given'
  /** Extra time for exercises, in seconds. */
  extra: number
  work: Readonly<Record<string, Work>>
}

/** Everything about a class. */
export interface ClassState {
  /** Number of the last event. */
  n: number
  code: string
  created: number
  settings: ClassSettings
  exercises: readonly Exercise[]
  keyHashes: Readonly<Record<'trainer' | 'projector' | 'remote', string>>
  /** In the order in which they joined. */
  people: ReadonlyMap<string, Person>
  closed: boolean
  /** Hashes of the keys and devices of people who were banned and then deleted. */
  banned: readonly string[]
  script: Script
  /** The trainer's moment; absent while nobody leads. */
  lead?: { place: ClassPlace; standing: Standing; since: number; live?: boolean }
  held: boolean
  /** Since when the room waits for the trainer, who leads or holds it; ms since 1970. */
  waiting?: number
  running?: { exercise: string; began: number }
  /** Who presents, and who asks to. */
  presenter?: { id: string; name: string }
  asking?: { id: string; name: string }
  /** Flow and state → how long people stayed there, in ms. */
  stays: Readonly<Record<string, readonly number[]>>
  ended?: number
}

/** When the time of the running exercise is up for a person; undefined where it has none. */
export function deadlineOf({ running, exercises }: ClassState, extra = 0): number | undefined {
  const minutes = exercises.find(({ id }) => id === running?.exercise)?.minutes
  return running && minutes !== undefined ? running.began + minutes * 60_000 + extra * 1000 : undefined
}

export const stayKey = (flow: string, state: string): string => `${flow} ${state}`
