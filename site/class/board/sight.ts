import { screenOf, statesOf } from '../../../machines/model/edges.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import { IDLE, type Mood, moodOf, type Row } from '../model/board.ts'
import { stayKey } from '../model/state.ts'

/** A row, and how its person is doing. */
export interface Seen {
  row: Row
  mood: Mood
  /** Since they came to this state, in ms. */
  stay: number
}

/** Everyone, with their mood. */
export function seenAt(
  rows: Iterable<Row>,
  now: number,
  limits: Readonly<Record<string, number>>,
  isWaiting: boolean,
): Seen[] {
  return [...rows].map((row) => ({
    row,
    mood: moodOf(row, now, limits, isWaiting),
    stay: Math.max(0, now - row.since),
  }))
}

export const filters = ['everyone', 'stuck', 'hand', 'idle', 'offline', 'done', 'gone'] as const
export type Filter = (typeof filters)[number]

export const filterWords: Readonly<Record<Filter, string>> = {
  everyone: 'Everyone',
  stuck: 'Stuck',
  hand: 'Hand up',
  idle: 'Idle',
  offline: 'Disconnected',
  done: 'At the goal',
  gone: 'Removed',
}

export const passes = ({ row, mood }: Seen, filter: Filter): boolean => {
  if (filter === 'everyone') return mood !== 'gone'
  return filter === 'hand' ? row.hand !== undefined && mood !== 'gone' : mood === filter
}

export const sorts = ['attention', 'name', 'progress', 'time', 'wrong', 'joined'] as const
export type Sort = (typeof sorts)[number]

export const sortWords: Readonly<Record<Sort, string>> = {
  attention: 'Who needs me',
  name: 'A to Z',
  progress: 'Progress',
  time: 'Time at the step',
  wrong: 'Wrong turns',
  joined: 'Joined',
}

const urgency: Readonly<Record<Mood, number>> = {
  stuck: 1,
  idle: 2,
  working: 3,
  offline: 4,
  done: 5,
  gone: 6,
}

const compares: Readonly<Record<Sort, (a: Seen, b: Seen) => number>> = {
  // Hands first, the oldest of them on top.
  attention: (a, b) =>
    (a.row.hand ?? Number.MAX_VALUE) - (b.row.hand ?? Number.MAX_VALUE) ||
    urgency[a.mood] - urgency[b.mood] ||
    (a.mood === 'stuck' ? b.stay - a.stay : 0),
  name: (a, b) => (a.row.name ?? '').localeCompare(b.row.name ?? ''),
  progress: (a, b) => a.row.done.length - b.row.done.length,
  time: (a, b) => b.stay - a.stay,
  wrong: (a, b) => b.row.wrong - a.row.wrong,
  joined: (a, b) => a.row.joined - b.row.joined,
}

export function sorted(all: readonly Seen[], sort: Sort): Seen[] {
  return [...all].sort(
    (a, b) => compares[sort](a, b) || a.row.joined - b.row.joined || a.row.id.localeCompare(b.row.id),
  )
}

export const matches = ({ row }: Seen, search: string): boolean =>
  (row.name ?? '').toLocaleLowerCase().includes(search.trim().toLocaleLowerCase())

/** Why someone counts as stuck, in words. */
export const stuckWords = ({ row }: Seen, limits: Readonly<Record<string, number>>): string => {
  const limit = limits[stayKey(row.flow, row.state)]
  return `Longer here than ${limit === undefined ? 'a minute' : `9 of 10 in this class (${Math.round(limit / 1000)} s)`}`
}

export const moodWords: Readonly<Record<Mood, string>> = {
  working: 'Working',
  stuck: 'Stuck',
  idle: `Idle for ${IDLE / 60_000} min`,
  offline: 'Disconnected',
  done: 'At the goal',
  gone: 'Removed',
}

/** What someone sees where no documented step comes next: the heading of their screen, as they read it. */
export function screenWords({ flows, screens }: Pack, { flow: id, state }: Row): string {
  const flow = flows.find((one) => one.id === id)
  const screen = flow && statesOf(flow).includes(state) ? screens[screenOf(flow, state)] : undefined
  return screen ? `“${screen.heading}”` : state
}
