import { describe, expect, it } from 'vitest'
import { rules } from './index.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

describe('what lives', () => {
  it.each([
    ['an activation link', rules.isLinkExpired, 2 * DAY],
    ['a reset link', rules.isResetLinkExpired, HOUR],
    ['a sign-in link', rules.isSignInLinkExpired, 10 * MINUTE],
    ['a challenge', rules.isChallengeExpired, 5 * MINUTE],
    ['a login at the provider', rules.isProviderLoginOver, 10 * MINUTE],
  ])('%s: to the millisecond', (_, isOver, life) => {
    const issuedAt = 1_700_000_000_000
    expect(isOver({ issuedAt, now: issuedAt })).toBe(false)
    expect(isOver({ issuedAt, now: issuedAt + life - 1 })).toBe(false)
    expect(isOver({ issuedAt, now: issuedAt + life })).toBe(true)
  })

  it('a confirmation: five minutes, and none is none', () => {
    expect(rules.isConfirmed({ confirmed_at: 0 }, 5 * MINUTE - 1)).toBe(true)
    expect(rules.isConfirmed({ confirmed_at: 0 }, 5 * MINUTE)).toBe(false)
    expect(rules.isConfirmed({ confirmed_at: null }, 0)).toBe(false)
  })

  it('a remembered device: thirty days, for its own account', () => {
    const device = { account_id: 'a', issued_at: 0 }
    expect(rules.isDeviceRemembered(device, { id: 'a' }, 30 * DAY - 1)).toBe(true)
    expect(rules.isDeviceRemembered(device, { id: 'a' }, 30 * DAY)).toBe(false)
    expect(rules.isDeviceRemembered(device, { id: 'b' }, 0)).toBe(false)
  })

  it('a mailed link: once, and only the newest', () => {
    expect(rules.isLinkSpent({ used_at: null, replaced_at: null })).toBe(false)
    expect(rules.isLinkSpent({ used_at: 0, replaced_at: null })).toBe(true)
    expect(rules.isLinkSpent({ used_at: null, replaced_at: 0 })).toBe(true)
  })
})

describe('how much', () => {
  it('wrong passwords and codes: ten in a row, then nothing for half an hour', () => {
    for (const kind of ['password', 'code'] as const)
      expect(rules.limitAttempts(kind)).toEqual({ failures: 10, forMs: 30 * MINUTE })
  })

  it('mails: five in an hour', () => {
    expect(rules.limitMails()).toEqual({ most: 5, inMs: HOUR })
  })

  it('users: a hundred', () => {
    expect(rules.limitUsers()).toBe(100)
  })
})
