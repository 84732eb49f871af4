import { expect, test } from 'vitest'
import { firstLogin } from '../../../machines/first-login/pack.ts'
import { flowOf } from '../../../machines/model/perform.ts'
import { progressOn } from '../../../machines/model/progress.ts'
import { walk } from '../../../machines/model/walk.ts'
import { documentedWay } from './documented-way.ts'
import { undoneInWords } from './undone.ts'

const flow = flowOf(firstLogin, 'register-entra-app')
const given = 'cloud-administrator'
const form = ['sign-in', 'open-app-registrations', 'new-registration', 'name', 'account-types.this-directory']
const registered = [...form, 'platform.web', 'redirect.documented', 'register']
const whole = walk(flow, given, [...registered, 'open-secrets', 'new-secret', 'add-secret', 'leave-secrets'])

/** @param events what was done before the journey went on */
const undone = (...events: string[]) =>
  undoneInWords(flow, whole, progressOn(flow, walk(flow, given, events)))

test('a procedure that was done to its end leaves nothing', () => {
  expect(undoneInWords(flow, whole, progressOn(flow, whole))).toBeUndefined()
})

test('what is documented after the last step is left until it is done', () => {
  const secret =
    'Not done as documented in “Register an app in Microsoft Entra ID”: “You create a client secret on its own page; you need its value later”.'
  expect(undone(...registered)).toBe(secret)
  expect(undone(...registered, 'open-secrets', 'new-secret')).toBe(secret)
  expect(undone(...registered, 'open-secrets', 'new-secret', 'add-secret')).toBeUndefined()
})

test('steps that were not done as documented are left, by number and in words', () => {
  expect(undone(...form, 'register', 'open-secrets', 'new-secret', 'add-secret')).toBe(
    'Not done as documented in “Register an app in Microsoft Entra ID”: step 4, “Fill in name, account types, platform and redirect address”; step 5, “Click Register”.',
  )
})

test('a step that was passed over is not left, nor one that was done with another choice', () => {
  const progress = progressOn(flow, whole)
  const later = { ...progress, done: progress.done.slice(1) }
  expect(undoneInWords(flow, whole, later)).toBeUndefined()
  const users = flowOf(firstLogin, 'add-users')
  const way = walk(
    users,
    'administrator',
    documentedWay(users, 'administrator').map(({ event }) => event),
  )
  const other = way.flatMap(({ edge }) =>
    edge?.event.startsWith('role.') ? 'role.viewer' : (edge?.event ?? []),
  )
  const viewer = walk(users, 'administrator', other)
  expect(viewer).toHaveLength(way.length)
  expect(undoneInWords(users, way, progressOn(users, viewer))).toBeUndefined()
})
