import { expect, test } from 'vitest'
import { livesSaidIn } from './life-said.ts'

const DAY = 86_400

test.each([
  ['Activate your account within 2 days.', 2 * DAY],
  ['It works once, and for two days. After that the same link lets you ask for a new one.', 2 * DAY],
  ['This link is valid for the next 48 hours', 2 * DAY],
  ['The link expires in forty-eight\nhours.', 2 * DAY],
  ['Open this link within an hour', 3_600],
  ['It expires after 30 minutes', 1_800],
  ['This link works for 1 week.', 7 * DAY],
])('a time is read in “%s”', (text, seconds) => {
  expect(livesSaidIn(text).map((one) => one.seconds)).toEqual([seconds])
})

test.each([
  'Somebody asked for this 5 minutes ago.',
  'Our desk is there 24 hours a day, 7 days a week.',
  'A reset was asked for 2 hours ago',
  'We have worked for 20 years',
])('“%s” says nothing of a link', (text) => {
  expect(livesSaidIn(text)).toEqual([])
})

test('the words are those of the text', () => {
  expect(livesSaidIn('within Seven days')).toEqual([{ seconds: 7 * DAY, words: 'Seven days' }])
})
