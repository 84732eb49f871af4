import { describe, expect, test } from 'vitest'
import { firstLogin } from '../../../machines/first-login/pack.ts'
import type { Observation } from '../../../machines/model/observation.ts'
import { flowOf } from '../../../machines/model/perform.ts'
import { library } from '../../../machines/model/testing/small-pack.ts'
import { track } from '../../../machines/model/track.ts'
import { undoneOn, withinOn, wordsOn } from './whereabouts.ts'

const mail: Observation = {
  did: { what: 'follow', link: 'front page', was: ['newest'] },
  shown: { screen: 'front' },
}
const to = (from: string, press: string, screen: string): Observation => ({
  did: { what: 'send', screen: from, press, fields: { Name: ['registered'] } },
  shown: { screen },
})
const trip = (...observations: Observation[]) =>
  track(library, flowOf(library, 'trip'), 'fresh', observations)

test('a journey says where one is in the procedure that is walked', () => {
  expect(withinOn(trip())).toBeUndefined()
  const within = withinOn(trip(mail, to('front', 'Enter', 'name')))
  expect(within).toMatchObject({ given: 'fresh', isAssumed: false, moment: { state: 'name' } })
  expect(within?.flow.title).toBe('Enter the library')
})

test('it claims no step of the procedure that nobody has seen', () => {
  const seen = trip({ shown: { screen: 'name' } }, to('name', 'Go on', 'password'), {
    shown: { screen: 'front' },
  })
  expect(withinOn(seen)).toMatchObject({ isAssumed: true, moment: { screen: 'front' } })
})

test('it says that a page is none of the procedure, and offers no step of its own to go back to', () => {
  const lost = trip(
    mail,
    to('front', 'Enter', 'name'),
    to('name', 'Go on', 'password'),
    to('password', 'Lost it?', 'lost'),
  )
  expect(wordsOn(lost, undefined, undefined)).toEqual({
    text: 'You left the documented path. “Lost” is part of “Renew a password”.',
  })
})

describe('once a journey has moved on from a procedure', () => {
  const send = (screen: string, press: string, shown: string, fields = {}): Observation => ({
    did: { what: 'send', screen, press, fields },
    shown: { screen: shown },
  })
  const documented = {
    Name: ['any'],
    'Supported account types': ['Accounts in this organizational directory only'],
    Platform: ['Web'],
    'Redirect URI (optional)': ['documented'],
  }
  const untilRegistered = [
    send('change-your-password', 'Reset Password', 'account-activated'),
    { shown: { screen: 'dashboard' } },
    send('entra-sign-in', 'Sign in', 'entra-admin-center', { Email: ['registered'], Password: ['right'] }),
    send('entra-admin-center', 'App registrations', 'app-registrations'),
    send('app-registrations', 'New registration', 'register-an-application'),
    send('register-an-application', 'Register', 'app-overview', documented),
  ]
  const theSecret = [
    send('app-overview', 'Certificates & secrets', 'certificates-and-secrets'),
    send('certificates-and-secrets', 'New client secret', 'add-a-client-secret'),
    send('add-a-client-secret', 'Add', 'certificates-and-secrets'),
    send('certificates-and-secrets', 'Overview', 'app-overview'),
  ]
  const onboarding = (...observations: Observation[]) =>
    track(firstLogin, flowOf(firstLogin, 'onboarding'), 'invited', observations)

  test('what is left to do in it is no way off the path of the next', () => {
    const registered = onboarding(...untilRegistered, ...theSecret)
    expect(registered.own.walk).toEqual(['activate-account', 'log-in', 'register-entra-app'])
    expect(wordsOn(registered, undefined, undefined)).toBeUndefined()
  })

  test('what is left of it is said until it is done, or the journey goes on from the next', () => {
    expect(undoneOn(onboarding())).toBeUndefined()
    expect(undoneOn(onboarding(...untilRegistered))).toMatch(/Entra ID”: “You create a client secret/)
    expect(undoneOn(onboarding(...untilRegistered, ...theSecret.slice(0, 2)))).toContain('client secret')
    expect(undoneOn(onboarding(...untilRegistered, ...theSecret))).toBeUndefined()
    const saved = send('my-organization', 'Save', 'my-organization')
    expect(undoneOn(onboarding(...untilRegistered, saved)) ?? '').not.toContain('Register an app')
  })
})
