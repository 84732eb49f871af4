import { expect, it } from 'vitest'
import { isLinkExpired, isLinkSpent, isResetLinkExpired, isSignInLinkExpired } from './links.ts'

const MINUTE = 60 * 1000
const HOUR = 60 * MINUTE

it.each([
  ['an activation link', isLinkExpired, 48 * HOUR],
  ['a reset link', isResetLinkExpired, HOUR],
  ['a link that signs in', isSignInLinkExpired, 10 * MINUTE],
])('%s expires to the millisecond', (_, isOver, life) => {
  const issuedAt = 1_700_000_000_000
  expect(isOver({ issuedAt, now: issuedAt })).toBe(false)
  expect(isOver({ issuedAt, now: issuedAt + life - 1 })).toBe(false)
  expect(isOver({ issuedAt, now: issuedAt + life })).toBe(true)
})

it('a mailed link works once, and only the newest one works', () => {
  expect(isLinkSpent({ used_at: null, replaced_at: null })).toBe(false)
  expect(isLinkSpent({ used_at: 0, replaced_at: null })).toBe(true)
  expect(isLinkSpent({ used_at: null, replaced_at: 0 })).toBe(true)
})
