import { expect, test } from 'vitest'
import { headerLine } from './trace.ts'

test.each([
  ['X-RateLimit-Reset', '1796033201', '1796033188'],
  ['RateLimit-Reset', '299', '287'],
  ['Retry-After', '299', '287'],
  ['RateLimit', 'limit=10, remaining=9, reset=299', 'limit=10, remaining=9, reset=287'],
])('when attempts are counted anew is no difference: %s', (name, one, other) => {
  expect(headerLine({ name, value: one })).toBe(headerLine({ name, value: other }))
})

test.each([
  ['X-RateLimit-Remaining', '9', '8'],
  ['RateLimit', 'limit=10, remaining=9, reset=299', 'limit=10, remaining=8, reset=299'],
])('how many attempts are left is one: %s', (name, one, other) => {
  expect(headerLine({ name, value: one })).not.toBe(headerLine({ name, value: other }))
})
