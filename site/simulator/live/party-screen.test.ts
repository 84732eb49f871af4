import { expect, test } from 'vitest'
import { firstLogin } from '../../../machines/first-login/pack.ts'
import { flowOf } from '../../../machines/model/perform.ts'
import { track } from '../../../machines/model/track.ts'
import { isRefusedThere, partyScreen } from './party-screen.ts'

const looksOf = (...labels: string[]) => ({
  fields: labels.map((label) => ({ label, type: 'text', autocomplete: '' })),
  press: [],
})

/** Where somebody is once they are shown a screen. */
const at = (flow: string, screen: string) => {
  const [given = ''] = Object.keys(flowOf(firstLogin, flow).givens)
  return track(firstLogin, flowOf(firstLogin, flow), given, [{ shown: { screen } }])
}

const admin = at('register-entra-app', 'entra-admin-center')

test.each([
  ['a refusal', admin, 400, looksOf(), true],
  ['a page that came well', admin, 200, looksOf(), false],
  ['a form of the screen that was refused', admin, 400, looksOf('App registrations'), false],
  ['a screen with words of its own', at('log-in-sso', 'provider-login'), 400, looksOf(), false],
  ['a page of the product', at('log-in', 'email-address'), 400, looksOf(), false],
] as const)('%s', (_, here, status, looks, isRefused) => {
  expect(isRefusedThere(here, { status }, looks)).toBe(isRefused)
})

test('a page that is like several screens is the one that is expected, if that is one of them', () => {
  const overview = { fields: [], press: ['App registrations', 'Overview', 'Certificates & secrets'] }
  expect(partyScreen(admin, { fields: [], press: ['New registration'] })).toBe('app-registrations')
  expect(partyScreen(admin, overview)).toBeUndefined()
  expect(partyScreen(admin, overview, 'app-overview')).toBe('app-overview')
  expect(partyScreen(admin, overview, 'entra-sign-in')).toBeUndefined()
  expect(partyScreen(admin, { fields: [], press: [] }, 'app-overview')).toBeUndefined()
})
