import { describe, expect, test } from 'vitest'
import { firstLogin } from '../first-login/pack.ts'
import { flowOf } from './perform.ts'
import { begin, choicesAt, reach, walk } from './walk.ts'

const logIn = flowOf(firstLogin, 'log-in')
const toPassword = ['open-tenant-link', 'log-in', 'email.registered']

describe('walk', () => {
  test('shows the screen, the transition and the session of each moment', () => {
    const moments = walk(logIn, 'activated', [
      ...toPassword,
      'password.wrong',
      'password.right',
      'choose.authenticator-app',
      'code.right',
    ])
    expect(moments.map(({ screen, edge, signedIn }) => [screen, edge?.id, signedIn])).toEqual([
      ['invitation-mail', undefined, false],
      ['login-page', 'mail/open-tenant-link', false],
      ['email-address', 'loginPage/log-in', false],
      ['enter-your-password', 'emailAddress/email.registered', false],
      ['enter-your-password', 'password/password.wrong', false],
      ['keep-your-account-safe', 'password/password.right[0]', false],
      ['secure-your-account', 'keepAccountSafe/choose.authenticator-app', false],
      ['dashboard', 'secureAccount/code.right', true],
    ])
  })

  test('takes the guarded branch that the given asks for', () => {
    const last = walk(logIn, 'security-key', [...toPassword, 'password.right']).at(-1)
    expect(last?.edge?.id).toBe('password/password.right[2]')
  })

  test('ends at an event that the model does not know there', () => {
    expect(walk(logIn, 'activated', ['log-in'])).toHaveLength(1)
  })

  test('asks the machine once for what it does at a state, however long the walks through it are', () => {
    const again = Array.from({ length: 300 }, () => 'password.wrong')
    const moments = walk(logIn, 'activated', [...toPassword, ...again]).slice(toPassword.length)
    expect(moments).toHaveLength(301)
    expect(new Set(moments.map(({ snapshot }) => snapshot)).size).toBeLessThan(4)
  })

  test('offers the choices of a moment', () => {
    const [, page] = walk(logIn, 'activated', ['open-tenant-link'])
    expect(page && choicesAt(logIn, page).map(({ event }) => event)).toEqual(['log-in', 'open-dashboard'])
  })

  test('a state inside another shows the screen of the state around it', () => {
    const moments = walk(flowOf(firstLogin, 'activate-account'), 'invited', [
      'open-activation.link',
      'new-password.strong',
    ])
    expect(moments.map(({ screen }) => screen)).toEqual([
      'invitation-mail',
      'change-your-password',
      'change-your-password',
    ])
  })
})

describe('reach', () => {
  const reached = reach(logIn, begin(logIn, 'activated'), ({ meta }) => !meta.refused)

  test('leads to every moment on the shortest way, the nearest first', () => {
    expect(reached[0]?.events).toEqual([])
    const lengths = reached.map(({ events }) => events.length)
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b))
    for (const { moment, events } of reached)
      expect(walk(logIn, 'activated', events).at(-1)?.state).toBe(moment.state)
    expect(reached.find(({ moment }) => moment.screen === 'dashboard')?.events).toEqual([
      ...toPassword,
      'password.right',
      'choose.authenticator-app',
      'code.right',
    ])
  })

  test('takes no transition that it may not', () => {
    const withoutPassword = reach(logIn, begin(logIn, 'activated'), ({ event }) => event !== 'password.right')
    expect(withoutPassword.some(({ moment }) => moment.signedIn)).toBe(false)
  })
})
