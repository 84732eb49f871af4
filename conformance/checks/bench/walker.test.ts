import { expect, test } from 'vitest'
import { packs } from '../../../machines/index.ts'
import { capabilities } from '../../../machines/model/event.ts'
import { begin, walkFrom } from '../../../machines/model/walk.ts'
import { flowIn } from '../../packs/pack-of.ts'
import type { Target } from '../../targets/target.ts'
import type { Bench } from './bench.ts'
import { type Position, type Stop, Walker } from './walker.ts'

const logIn = flowIn(packs, 'log-in')
const target = { capabilities, overrides: {}, packs } as Partial<Target> as Target
const bench = { target } as Bench
const toPassword = ['open-tenant-link', 'log-in', 'email.registered']

const stop = (state: string, events: string[], given = 'activated'): Stop => ({
  given,
  events,
  isAt: (moment) => moment.state === state,
})
const after = (events: string[], given = 'activated'): Position => ({
  given,
  moment: walkFrom(logIn, begin(logIn, given), events).at(-1) as Position['moment'],
})

test('a new person goes to the stop that is nearest to the beginning', () => {
  const [far, near] = [stop('password', toPassword), stop('loginPage', ['open-tenant-link'])]
  expect(new Walker(bench, logIn).nearest([far, near])).toEqual({ stop: near })
})

test('somebody who is there goes on to the stop that is nearest to them', () => {
  const walker = new Walker(bench, logIn)
  walker.stay(after(toPassword.slice(0, 2)))
  const [far, near] = [stop('loginPage', ['open-tenant-link']), stop('password', toPassword)]
  const route = walker.nearest([far, near])
  expect(route?.stop).toBe(near)
  expect(route?.way?.map(({ state }) => state)).toEqual(['emailAddress', 'password'])
})

test('somebody who is there already does nothing', () => {
  const walker = new Walker(bench, logIn)
  walker.stay(after(toPassword))
  expect(walker.nearest([stop('password', toPassword)])?.way).toHaveLength(1)
})

test('a new person comes where no way leads on, or where theirs is shorter', async () => {
  const walker = new Walker(bench, logIn)
  walker.stay(after([...toPassword, 'password.right'], 'security-key'))
  const elsewhere = stop('verifyByCode', [...toPassword, 'password.right'], 'authenticator-app')
  expect(walker.nearest([elsewhere])?.way).toBeUndefined()
  const beginning = stop('verifyByKey', [])
  walker.stay(after(toPassword, 'security-key'))
  expect(walker.nearest([beginning])?.way).toBeUndefined()
})

test('nobody is there once they have left', async () => {
  const walker = new Walker(bench, logIn)
  walker.stay(after(toPassword))
  await walker.leave()
  expect(walker.nearest([stop('password', toPassword)])?.way).toBeUndefined()
  expect(walker.nearest([])).toBeUndefined()
})
