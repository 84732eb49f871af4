import { expect, test } from 'vitest'
import { LastUsed } from './last-used.ts'

test('keeps what was set last, and what was set again', () => {
  const last = new LastUsed<string, number>(2)
  last.set('a', 1).set('b', 2).set('a', 3).set('c', 4)
  expect([...last]).toEqual([
    ['a', 3],
    ['c', 4],
  ])
})
