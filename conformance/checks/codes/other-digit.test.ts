import { expect, test } from 'vitest'
import { otherDigit } from './other-digit.ts'

test.each([
  ['123456', 0, [], '023456'],
  ['123456', -1, [], '123450'],
  ['023456', 0, [], '123456'],
  ['123456', 0, ['023456', '123456'], '223456'],
])('%s with another digit at %i, which is none of %o', (code, at, right, expected) => {
  expect(otherDigit(code, at, right)).toBe(expected)
})
