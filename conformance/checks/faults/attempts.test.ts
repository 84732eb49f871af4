import { expect, test } from 'vitest'
import { packs } from '../../../machines/index.ts'
import { capabilities } from '../../../machines/model/event.ts'
import { flowIn } from '../../packs/pack-of.ts'
import type { Overrides } from '../../targets/overrides.ts'
import type { Target } from '../../targets/target.ts'
import { attemptsOf } from './attempts.ts'

const [logIn, resetPassword] = [flowIn(packs, 'log-in'), flowIn(packs, 'reset-password')]
const target = (overrides: Overrides = {}) =>
  ({ capabilities, overrides, packs }) as Partial<Target> as Target
const eventsOf = (attempts: ReturnType<typeof attemptsOf>) => attempts.map(({ event }) => event)

test('an event that leads further and may send something is an attempt; one in a mail, by typing, or refused is not', () => {
  const events = eventsOf(attemptsOf(logIn, target()))
  expect(events).toEqual(expect.arrayContaining(['password.right', 'code.right', 'key.touched', 'log-out']))
  expect(events).not.toContain('open-tenant-link')
  expect(events).not.toContain('password.wrong')
  expect(eventsOf(attemptsOf(flowIn(packs, 'activate-account'), target()))).not.toContain(
    'new-password.strong',
  )
})

test('each is done where it is reached first, once for every place that it leads to', () => {
  const attempts = attemptsOf(logIn, target()).filter(({ event }) => event === 'password.right')
  expect(attempts.map(({ after, events }) => [after.state, events.length])).toEqual([
    ['keepAccountSafe', 3],
    ['verifyByCode', 3],
    ['verifyByKey', 3],
  ])
})

test('what flows share is left to the other one', () => {
  const own = eventsOf(attemptsOf(resetPassword, target(), [logIn]))
  expect(own).toContain('forgot-password')
  expect(own).not.toContain('log-in')
})

test('nothing is done on a screen that the target does not have', () => {
  const overrides = { 'keep-your-account-safe': { absent: 'one method alone' } }
  const at = attemptsOf(logIn, target(overrides)).flatMap(({ before, after }) => [
    before.screen,
    after.screen,
  ])
  expect(at).not.toContain('keep-your-account-safe')
})
