import { expect, test } from 'vitest'
import { announcementAt } from './exercise-words.ts'

test.each([
  [301, ''],
  [300, '5 minutes left.'],
  [180, ''],
  [60, '1 minute left.'],
  [30, ''],
  [10, '10 seconds left.'],
  [3, ''],
  [0, 'Time is up.'],
])('with %i s left, what is said is true: “%s”', (seconds, said) =>
  expect(announcementAt(seconds * 1000)).toBe(said),
)
