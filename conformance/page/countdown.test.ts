import { expect, test } from 'vitest'
import { countsDown, whileCounting } from './countdown.ts'

test.each(['Resend (0:14)', 'Continue (9)', 'Send again in 30 s', 'Try again in 2 minutes'])(
  '%s counts down',
  (name) => {
    expect(countsDown(name)).toBe(true)
  },
)

test.each(['Continue', 'Sign in with 1Secure', 'Show 3 codes again', 'Sign in with Office 365'])(
  '%s does not',
  (name) => {
    expect(countsDown(name)).toBe(false)
  },
)

test('a name is known at each moment of its countdown, and after it', () => {
  const name = whileCounting('Resend (0:14)')
  for (const later of ['Resend (0:13)', 'Resend (0:09)', 'Resend']) expect(later).toMatch(name)
  for (const other of ['Resend to another address', 'Send']) expect(other).not.toMatch(name)
  expect('Send again in 9 s').toMatch(whileCounting('Send again in 10 s'))
})
