import type { Hint } from './events.ts'
import { type ClassState, type Person, stayKey } from './state.ts'

/** One line of the board. */
export interface Row {
  id: string
  /** Absent in the projector view. */
  name?: string
  status: Person['status']
  flow: string
  state: string
  step: number
  done: readonly number[]
  goal: boolean
  wrong: number
  hints: number
  since: number
  active: number
  joined: number
  online: boolean
  hand?: number
  around: boolean
  offered?: Hint['from']
  help?: Person['help']
  extra: number
  /** Of each exercise that was begun. */
  work: Readonly<Record<string, 'open' | 'broke' | 'done'>>
}

/** Nobody is stuck before that, in ms. */
const AT_LEAST = 60_000
/** Nobody is idle before that, in ms. */
export const IDLE = 120_000

export function rowOf(person: Person, online: boolean, withName: boolean): Row {
  const { id, name, status, place, standing, wrong, hints, since, active, joined, hand, around, help } =
    person
  return {
    ...{ id, status, wrong, hints, since, active, joined, online, around, extra: person.extra },
    ...(withName && { name }),
    ...{
      flow: place.flow,
      state: standing.state,
      step: standing.step,
      done: standing.done,
      goal: standing.goal,
    },
    ...(hand !== undefined && { hand }),
    ...(help && { help }),
    ...(person.offered && { offered: person.offered.from }),
    work: Object.fromEntries(
      Object.entries(person.work).map(([id, { done, grade }]) => [
        id,
        done !== undefined ? 'done' : grade?.broke ? 'broke' : 'open',
      ]),
    ),
  }
}

/**
 * The p-th percentile by the nearest rank (NIST handbook 7.2.6.2 names others; this one is always a value that was seen).
 * @returns undefined for no values
 */
export function percentile(values: readonly number[], p: number): number | undefined {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)]
}

/** Flow and state → after how many ms there someone counts as stuck: the class's own 90th percentile, at least a minute. */
export const stuckLimits = ({ stays }: ClassState): Record<string, number> =>
  Object.fromEntries(
    Object.entries(stays).map(([key, values]) => [key, Math.max(AT_LEAST, percentile(values, 90) ?? 0)]),
  )

export type Mood = 'gone' | 'offline' | 'stuck' | 'idle' | 'done' | 'working'

/**
 * How someone is doing.
 * @param limits {@link stuckLimits}
 * @param isWaiting the room is held, or follows the trainer: then nobody gets stuck
 */
export function moodOf(
  row: Row,
  now: number,
  limits: Readonly<Record<string, number>>,
  isWaiting: boolean,
): Mood {
  if (row.status !== 'in') return 'gone'
  if (!row.online) return 'offline'
  if (row.goal) return 'done'
  if (isWaiting && !row.around) return 'working'
  const limit = limits[stayKey(row.flow, row.state)] ?? AT_LEAST
  if (now - row.since > limit) return 'stuck'
  return now - row.active > IDLE ? 'idle' : 'working'
}
