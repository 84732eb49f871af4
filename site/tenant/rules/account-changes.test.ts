import { expect, it } from 'vitest'
import { endsSessions, isConfirmed, notifyOfChange } from './account-changes.ts'

const FIVE_MINUTES = 5 * 60 * 1000

it('a confirmation counts for five minutes', () => {
  expect(isConfirmed({ confirmed_at: 0 }, FIVE_MINUTES - 1)).toBe(true)
  expect(isConfirmed({ confirmed_at: 0 }, FIVE_MINUTES)).toBe(false)
})

it('without a confirmation nothing is confirmed', () => {
  expect(isConfirmed({ confirmed_at: null }, 0)).toBe(false)
})

it.each([
  'password-reset',
  'password-changed',
  'authenticator-app-added',
  'security-key-added',
  'authenticator-app-removed',
  'security-key-removed',
] as const)('the holder gets a mail about %s', (change) => expect(notifyOfChange(change)).toBe(true))

it.each(['password-reset', 'password-changed'] as const)('%s ends the sessions of the account', (change) =>
  expect(endsSessions(change)).toBe(true),
)
