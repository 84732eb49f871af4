import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { bitsOf } from './lnk3-token-is-random.ts'

const twenty = (make: (n: number) => string) => Array.from({ length: 20 }, (_, n) => make(n))

test('128 random bits suffice, in any writing', () => {
  expect(bitsOf(twenty(() => randomBytes(16).toString('base64url')))).toBeGreaterThanOrEqual(128)
  expect(bitsOf(twenty(() => randomBytes(16).toString('hex')))).toBeGreaterThanOrEqual(120)
  expect(bitsOf(twenty(() => randomBytes(32).toString('base64url')))).toBeGreaterThanOrEqual(128)
})

test.each([
  ['a version 4 UUID', () => randomUUID()],
  ['a counter behind a long fixed part', (n: number) => `${'x'.repeat(40)}${1000 + n}`],
  ['twelve random bytes', () => randomBytes(12).toString('base64url')],
])('%s does not', (_what, make) => {
  expect(bitsOf(twenty(make))).toBeLessThan(128)
})
