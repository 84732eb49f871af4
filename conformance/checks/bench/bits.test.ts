import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { bitsOf, roomIn } from './bits.ts'

const twenty = (make: (n: number) => string) => Array.from({ length: 20 }, (_, n) => make(n))

test('128 random bits suffice, in any writing', () => {
  expect(bitsOf(twenty(() => randomBytes(16).toString('base64url')))).toBeGreaterThanOrEqual(128)
  expect(bitsOf(twenty(() => randomBytes(16).toString('hex')))).toBe(128)
  expect(bitsOf(twenty(() => randomBytes(32).toString('base64url')))).toBeGreaterThanOrEqual(128)
})

test('a column that shows few characters by accident costs no bits', () => {
  const tokens = twenty(() => randomBytes(16).toString('hex')).map((token, n) => `${n % 10}${token.slice(1)}`)
  expect(bitsOf(tokens)).toBe(128)
})

test.each([
  ['a version 4 UUID', () => randomUUID()],
  ['a counter behind a long fixed part', (n: number) => `${'x'.repeat(40)}${1000 + n}`],
  [
    'a name and a time, encoded, with a little noise',
    (n: number) =>
      `${Buffer.from(`${1000 + n}:${1795818000 + 7 * n}:activate`).toString('base64url')}${randomBytes(1).toString('hex')}`,
  ],
  [
    'the same in hexadecimal',
    (n: number) => Buffer.from(`user-${1000 + n}-of-the-tenant-at-${1795818000 + n}`).toString('hex'),
  ],
  ['twelve random bytes', () => randomBytes(12).toString('base64url')],
])('%s does not', (_what, make) => {
  expect(bitsOf(twenty(make))).toBeLessThan(128)
})

test('two tokens show whether there is room for 128 bits', () => {
  const two = (bytes: number, encoding: 'hex' | 'base64url') =>
    roomIn([randomBytes(bytes).toString(encoding), randomBytes(bytes).toString(encoding)])
  expect(two(16, 'hex')).toBe(128)
  expect(two(16, 'base64url')).toBeGreaterThanOrEqual(128)
  expect(two(5, 'hex')).toBe(40)
})

test('a few tokens show whether they are random', () => {
  const few = (make: (n: number) => string) => bitsOf(Array.from({ length: 6 }, (_, n) => make(n)))
  expect(few(() => randomBytes(16).toString('base64url'))).toBeGreaterThanOrEqual(128)
  expect(few(() => randomBytes(16).toString('hex'))).toBe(128)
  expect(few((n) => `${'x'.repeat(40)}${1000 + n}`)).toBeLessThan(20)
  expect(few(() => randomUUID())).toBeLessThan(128)
  expect(few(() => 'the same')).toBe(0)
})
