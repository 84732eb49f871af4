import { expect, test } from 'vitest'
import { announcesSteps, introducesSteps, purposeOf } from './introduction.ts'

test.each([
  'Follow the steps to paint a wall.',
  'A wall is flat. Follow these steps to paint it:',
  'To paint a wall, do the following:',
  'Paint it by following the steps mentioned below.',
  'Perform the following procedures:',
  'Complete the following steps.',
])('%s promises steps', (text) => {
  expect(announcesSteps(text)).toBe(true)
})

test.each([
  'Follow the instructions in the Paint topic.',
  'Follow the instructions of the wizard.',
  'Perform this procedure only if the wall is dry.',
  'Do one of the following:',
  'The strategy is as follows:',
  'This chapter contains instructions for painters.',
])('%s does not', (text) => {
  expect(announcesSteps(text)).toBe(false)
})

test('a purpose introduces steps without promising them', () => {
  expect(announcesSteps('To paint a wall:')).toBe(false)
  expect(introducesSteps('To paint a wall:')).toBe(true)
})

test.each([
  ['Follow the steps to paint a wall.', 'paint a wall'],
  ['It is dry. Follow these steps to paint a wall:', 'paint a wall'],
  ['To paint a wall:', 'paint a wall'],
  ['Follow the steps.', ''],
])('%s → %s', (text, purpose) => {
  expect(purposeOf(text)).toBe(purpose)
})
