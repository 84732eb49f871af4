import { expect, test } from 'vitest'
import { flowOf } from '../../../machines/model/perform.ts'
import { library } from '../../../machines/model/testing/small-pack.ts'
import { needsOf, waitsOf } from './needs-of.ts'

test('a flow needs what its events cannot be done without, said or not', () => {
  expect([...needsOf(library, flowOf(library, 'renew'))].toSorted()).toEqual(['clock', 'mailbox'])
  expect([...needsOf(library, flowOf(library, 'enter'))].toSorted()).toEqual([
    'authenticator-app',
    'identity-provider',
    'mailbox',
  ])
})

test('a journey needs what its procedures need', () => {
  expect(needsOf(library, flowOf(library, 'trip'))).toContain('authenticator-app')
})

test('the clock can be moved by what the events of a flow wait for', () => {
  expect(waitsOf(flowOf(library, 'renew'))).toEqual([{ label: 'Let a day pass', seconds: 86_400 }])
})
