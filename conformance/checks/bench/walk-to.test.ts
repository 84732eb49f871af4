import { expect, it } from 'vitest'
import type { Bench } from './bench.ts'
import { NotLed, Unproven } from './outcome.ts'
import { isAcceptedEnd } from './walk-to.ts'

const transition = 'reset-password/forgotPassword/reset-email.unknown'
const benchWith = (...of: string[]) =>
  ({ target: { acceptances: [{ name: 'any', reason: 'so it is here', of }] } }) as unknown as Bench

it('takes nothing for unreached that lies behind a transition which the profile accepts', () => {
  const error = new NotLed(transition, 'It did not lead on.')
  expect(isAcceptedEnd(benchWith(transition), error)).toBe(true)
  expect(isAcceptedEnd(benchWith('reset-password/forgotPassword/go-back'), error)).toBe(false)
  expect(isAcceptedEnd({ target: {} } as Bench, error)).toBe(false)
  expect(isAcceptedEnd(benchWith(transition), new Unproven('The screen was not reached.'))).toBe(false)
})
