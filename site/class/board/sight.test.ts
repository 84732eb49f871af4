import { packs } from '@doorstep/machines'
import { expect, test } from 'vitest'
import { screenOf, statesOf } from '../../../machines/model/edges.ts'
import { moodOf, percentile, type Row, stuckLimits } from '../model/board.ts'
import type { ClassState } from '../model/state.ts'
import { passes, screenWords, seenAt, sorted } from './sight.ts'
import { merge } from './use-board.ts'

const row = (id: string, change: Partial<Row> = {}): Row => ({
  ...{
    id,
    name: id,
    status: 'in',
    flow: 'f',
    state: 's',
    step: 1,
    done: [],
    goal: false,
    wrong: 0,
    hints: 0,
  },
  ...{ since: 0, active: 0, joined: 0, online: true, around: false, extra: 0, work: {} },
  ...change,
})

test('percentiles are values that were seen', () => {
  expect(percentile([], 90)).toBeUndefined()
  expect(percentile([5], 90)).toBe(5)
  expect(percentile([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 90)).toBe(9)
})

test('someone is stuck who stays longer than nine of ten in this class, and never before a minute', () => {
  const stays = { 'f s': [...Array.from({ length: 9 }, () => 100_000), 900_000] }
  const limits = stuckLimits({ stays } as unknown as ClassState)
  const moodAt = (now: number) => moodOf(row('a', { active: now }), now, limits, false)
  expect(moodAt(100_000)).toBe('working')
  expect(moodAt(100_001)).toBe('stuck')
  expect(moodOf(row('a', { state: 'other', active: 60_000 }), 60_000, limits, false)).toBe('working')
  expect(moodOf(row('a', { state: 'other', active: 60_001 }), 60_001, limits, false)).toBe('stuck')
})

test('nobody is stuck who waits for the trainer, is at the goal, or is not there', () => {
  const late = 3_600_000
  expect(moodOf(row('a', { active: late }), late, {}, true)).toBe('working')
  expect(moodOf(row('a', { active: late, around: true }), late, {}, true)).toBe('stuck')
  expect(moodOf(row('a', { goal: true }), late, {}, false)).toBe('done')
  expect(moodOf(row('a', { online: false }), late, {}, false)).toBe('offline')
})

test('hands come first, the oldest on top, then those who are stuck', () => {
  const rows = [
    row('calm', { since: 990_000, active: 990_000 }),
    row('stuck', { since: 0, active: 990_000 }),
    row('late hand', { hand: 20 }),
    row('early hand', { hand: 10 }),
  ]
  const order = sorted(seenAt(rows, 1_000_000, {}, false), 'attention').map((one) => one.row.id)
  expect(order).toEqual(['early hand', 'late hand', 'stuck', 'calm'])
})

test('removed people are in their own filter alone', () => {
  const seen = seenAt([row('a', { status: 'banned', hand: 3 })], 0, {}, false)
  expect(seen.map((one) => [passes(one, 'everyone'), passes(one, 'hand'), passes(one, 'gone')])).toEqual([
    [false, false, true],
  ])
})

test('a message changes the rows it has, and leaves the other objects as they are', () => {
  const [a, b] = [row('a'), row('b')]
  const board = merge(
    { n: 0, room: undefined, rows: new Map(), limits: {}, ahead: 0 },
    { n: 1, now: 0, rows: [a, b], all: true },
  )
  const next = merge(board, { n: 2, now: 0, rows: [row('b', { wrong: 1 })], all: false })
  expect(next.rows.get('a')).toBe(a)
  expect(next.rows.get('b')?.wrong).toBe(1)
  expect(merge(next, { n: 3, now: 0, rows: [a], all: true }).rows.has('b')).toBe(false)
})

test.each(packs.flatMap((pack) => pack.flows.map((flow) => ({ pack, flow }))))(
  'where no step comes next in $flow.id, the board says what is on the screen',
  ({ pack, flow }) => {
    for (const state of statesOf(flow)) {
      const heading = pack.screens[screenOf(flow, state)]?.heading
      expect(screenWords(pack, row('a', { flow: flow.id, state }))).toBe(`“${heading}”`)
    }
    expect(screenWords(pack, row('a', { flow: flow.id, state: 'gone' }))).toBe('gone')
  },
)
