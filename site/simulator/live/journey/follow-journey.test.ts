import { expect, test } from 'vitest'
import { onboarding } from '../../../../machines/onboarding.ts'
import type { Deed, NumberedEvent, TenantEvent } from '../../../tenant/events.ts'
import { followJourney } from './follow-journey.ts'

const did = (event: Deed, screen: string): TenantEvent => ({ kind: 'did', event, screen })
const back = (to: string): TenantEvent => ({
  kind: 'request',
  method: 'GET',
  path: '/t/x/login/callback?code=…',
  status: 303,
  location: `/t/x/${to}`,
})

const follow = (...events: TenantEvent[]) =>
  followJourney(
    onboarding,
    'invited',
    events.map((event, n): NumberedEvent => ({ ...event, n: n + 1 })),
  )

const signedIn = [did('reset-password', 'account-activated'), did('code.right', 'dashboard')]
const configured = [did('register', 'app-overview'), did('save', 'my-organization')]

test('each event of the journey is there when its flow has ended', () => {
  const { walk, stranger } = follow(
    did('open-activation.button', 'change-your-password'),
    ...signedIn,
    did('new-registration', 'register-an-application'),
    did('redirect.documented', 'register-an-application'),
    ...configured,
    did('add', 'users'),
    back('dashboard'),
  )
  expect(walk).toEqual([
    'activate-account',
    'log-in',
    'register-entra-app',
    'configure-sso-entra',
    'add-users',
    'log-in-sso',
  ])
  expect(stranger).toBeUndefined()
})

test('a registration without the redirect address is another event, and shows at the login', () => {
  const refused: TenantEvent = { kind: 'refused', code: 'AADSTS50011', reason: 'no such redirect URI' }
  const { walk } = follow(...signedIn, ...configured, did('add', 'users'), refused)
  expect(walk.slice(2)).toEqual([
    'register-entra-app.blank-redirect',
    'configure-sso-entra',
    'add-users',
    'log-in-sso',
  ])
})

test('what ends where the journey knows no such end is told, until something fits again', () => {
  expect(follow(did('save', 'my-organization')).stranger).toBe('“save” leads to “my-organization”')
  expect(follow(did('save', 'my-organization'), ...signedIn).stranger).toBeUndefined()
})
