import { packs } from '@doorstep/machines'
import { expect, test } from 'vitest'
import { walk } from '../../machines/model/walk.ts'
import { flowIn } from '../packs/pack-of.ts'
import { withoutLoops } from './without-loops.ts'

const flow = flowIn(packs, 'log-in')

const eventsOf = (given: string, events: string[]) =>
  withoutLoops(walk(flow, given, events)).flatMap(({ edge }) => edge?.event ?? [])

test('an earlier login is no part of the way to a later one', () => {
  const login = ['log-in', 'email.registered']
  const early = ['password.right', 'open-dashboard', 'go-back', 'email.registered']
  expect(eventsOf('activated', ['open-tenant-link', ...login, ...early])).toEqual([
    'open-tenant-link',
    ...login,
  ])
})

test('nor is what was refused', () => {
  const login = ['open-tenant-link', 'log-in', 'email.registered']
  expect(eventsOf('activated', [...login, 'password.wrong', 'password.empty', 'password.right'])).toEqual([
    ...login,
    'password.right',
  ])
})

test('a way without loops is as it was', () => {
  const events = ['open-tenant-link', 'log-in', 'email.registered', 'password.right', 'choose.security-key']
  expect(eventsOf('activated', events)).toEqual(events)
})
