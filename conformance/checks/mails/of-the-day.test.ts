import { expect, test } from 'vitest'
import { isOfTheDay } from './of-the-day.ts'

const real = Date.parse('2026-11-27T19:00:00Z')
const moved = Date.parse('2026-12-04T19:00:00Z')

test.each([
  ['the real time', 'Fri, 27 Nov 2026 19:17:22 +0000', true],
  ['the time that the clock was moved to', 'Fri, 04 Dec 2026 18:00:00 +0000', true],
  ['neither', 'Tue, 01 Dec 2026 18:00:00 +0000', false],
  ['no date', 'yesterday', false],
  ['nothing', undefined, false],
])('a mail with %s', (_what, date, expected) => {
  expect(isOfTheDay(date, [real, moved])).toBe(expected)
})
