import { describe, expect, test } from 'vitest'
import { flowOf } from '../../../machines/index.ts'
import { walk } from '../../../machines/walk.ts'
import { interpret } from './interpret.ts'
import type { World } from './values.ts'

const world: World = {
  email: 'new.administrator@example.com',
  password: 'a long enough password',
  oldPassword: 'the one before',
  discovery: 'https://login.example.com/.well-known/openid-configuration',
  otherIssuer: 'https://other.example.com/.well-known/openid-configuration',
  clientId: '5f2b7c1e-8d34-4f6a-9b1d-2c7e9a0d4b61',
  redirect: 'https://auth.example.com/login/callback',
  code: '123456',
  usedCode: '654321',
}

function sent(flowId: string, given: string, events: string[], pressed: string, typed = {}) {
  const flow = flowOf(flowId)
  const moment = walk(flow, given, events).at(-1)
  if (!moment) throw new Error('no moment')
  return interpret(flow, moment, { pressed, typed }, world)
}

const choosing = ['open-activation.link']
const atEmail = ['open-tenant-link', 'log-in']
const atPassword = [...atEmail, 'email.registered']
const atCode = [...atPassword, 'password.right']

describe('a sent form stands for events of the model', () => {
  test.each([
    [
      'a long enough password',
      'a long enough password',
      ['new-password.strong', 're-enter.same', 'reset-password'],
    ],
    [
      'a long enough password',
      'another one',
      ['new-password.strong', 're-enter.different', 'reset-password'],
    ],
    ['short', 'short', ['new-password.weak', 're-enter.same', 'reset-password']],
    ['', '', ['reset-password']],
  ])('new password %j, again %j', (first, second, events) => {
    const typed = { 'New password': first, 'Re-enter new password': second }
    expect(sent('activate-account', 'invited', choosing, 'Reset Password', typed)).toEqual({
      events,
      stuck: false,
    })
  })

  test.each([
    ['New.Administrator@example.com ', 'email.registered'],
    ['someone@example.com', 'email.unknown'],
    ['', 'email.empty'],
  ])('address %j', (typed, event) => {
    expect(sent('log-in', 'activated', atEmail, 'Continue', { 'Email address': typed }).events).toEqual([
      event,
    ])
  })

  test.each([
    ['a long enough password', 'password.right'],
    ['guess', 'password.wrong'],
    ['', 'password.empty'],
  ])('password %j', (typed, event) => {
    expect(sent('log-in', 'activated', atPassword, 'Continue', { Password: typed }).events).toEqual([event])
  })

  test.each([
    ['123456', 'code.right'],
    ['654321', 'code.used'],
    ['111111', 'code.wrong'],
  ])('code %j', (typed, event) => {
    const form = { 'Enter one time code': typed }
    expect(sent('log-in', 'authenticator-app', atCode, 'Continue', form).events).toEqual([event])
  })

  test('a list has an event of its own', () => {
    const inPane = ['open-configuration', 'open-my-organization', 'edit-settings']
    expect(sent('configure-sso-entra', 'administrator', inPane, '', { Method: 'Entra ID' }).events).toEqual([
      'choose.entra-id',
    ])
  })

  test('labels match without regard to case and closing punctuation', () => {
    expect(
      sent(
        'reset-password',
        'authenticator-app',
        ['open-login-page', 'log-in', 'email.registered'],
        'forgot password?',
      ).events,
    ).toEqual(['forgot-password'])
  })

  test('what the model does not know is said to be unknown', () => {
    expect(sent('log-in', 'activated', atEmail, 'Delete everything')).toEqual({ events: [], stuck: true })
  })
})
