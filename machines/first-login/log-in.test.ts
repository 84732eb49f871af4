import { expect, test } from 'vitest'
import type { Observation } from '../model/observation.ts'
import { track } from '../model/track.ts'
import { logIn } from './log-in.ts'
import { firstLogin } from './pack.ts'

const sent = (
  screen: string,
  press: string,
  fields: Record<string, string[]>,
  shown: string,
): Observation => ({
  did: { what: 'send', screen, press, fields },
  shown: { screen: shown },
})
const emailed = (whose: string) =>
  sent('email-address', 'Continue', { 'Email address': [whose] }, 'enter-your-password')
const again = (walk: string[], screen: string): Observation => ({ again: { walk }, shown: { screen } })

const toEmail: Observation[] = [
  { did: { what: 'visit', address: 'login-page' }, shown: { screen: 'login-page' } },
  sent('login-page', 'Log In', {}, 'email-address'),
]
const known = [...toEmail, emailed('registered')]
const edited = [...known, sent('enter-your-password', 'Edit', {}, 'email-address')]

test('a password page that is shown again asks for the password of the address that was sent last', () => {
  const walked = (...seen: Observation[]) => track(firstLogin, logIn, 'activated', seen).own
  const { walk } = walked(...known)
  const back = [
    again(walked(...edited).walk.slice(), 'email-address'),
    again(walk.slice(), 'enter-your-password'),
  ]
  expect(walked(...edited, ...back).moment.state).toBe('password')
  expect(walked(...edited, emailed('unknown'), ...back).moment.state).toBe('passwordOfNobody')
  expect(walked(...edited, emailed('unknown'), ...back, ...toEmail, ...known.slice(-1)).moment.state).toBe(
    'password',
  )
})
