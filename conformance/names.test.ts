import { expect, test } from 'vitest'
import { choiceAmong } from './names.ts'

const many = [
  'any-six',
  'any-code',
  'no-lock',
  'late-lock',
  ...Array.from({ length: 20 }, (_, n) => `other-${n}`),
]

test('few names are all named, in their order', () => {
  expect(choiceAmong('x', ['b', 'a'])).toBe('choose among b, a')
})

test.each([
  ['anysix', 'any-six'],
  ['ANY-SIX', 'any-six'],
  ['no-lok', 'no-lock'],
  ['lock', 'no-lock'],
])('of many, the nearest to %s comes first: %s', (name, nearest) => {
  expect(choiceAmong(name, many)).toMatch(new RegExp(`^the nearest of 24 are ${nearest}, `))
})
