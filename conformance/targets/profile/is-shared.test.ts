import { expect, test } from 'vitest'
import { isShared } from './is-shared.ts'

const clock = { advance: async () => undefined }

test.each([
  ['nothing is said', {}, false],
  ['the clock is only read', { clock: { now: async () => 0 } }, false],
  ['the clock is moved for everybody', { clock }, true],
  ['the profile says that its people have clocks of their own', { clock, isolation: 'separate' }, false],
  ['the profile says that they share settings', { isolation: 'shared' }, true],
] as const)('where %s', (_, deployment, expected) => {
  expect(isShared(deployment)).toBe(expected)
})
