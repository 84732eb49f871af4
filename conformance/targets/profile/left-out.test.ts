import { packs } from '@doorstep/machines'
import { expect, test } from 'vitest'
import type { Absent, Overrides, Unneeded } from '../overrides.ts'
import { whyLeftOut } from './left-out.ts'

const why = (overrides: Overrides, event: string, flow = 'log-in') =>
  whyLeftOut(packs, overrides, flow, event)
const without = (screen: string, label: string, more: object = {}): Overrides => ({
  [screen]: { labels: { [label]: { absent: 'not here', ...more } } },
})

test('an event that only presses an absent control cannot be sent', () => {
  expect(why(without('check-your-email', 'Resend email'), 'checkEmail/resend-email', 'reset-password')).toBe(
    'There is no “Resend email”: not here',
  )
})

test('so where the control is absent in this flow only', () => {
  const ofFlow = without('reset-password/check-your-email', 'Resend email')
  expect(why(ofFlow, 'checkEmail/resend-email', 'reset-password')).toBe(
    'There is no “Resend email”: not here',
  )
  const ofAnother = without('log-in/check-your-email', 'Resend email')
  expect(why(ofAnother, 'checkEmail/resend-email', 'reset-password')).toBeUndefined()
})

test.each<[string, Overrides, string]>([
  [
    'something takes its place',
    without('check-your-email', 'Resend email', { instead: async () => {} }),
    'checkEmail/resend-email',
  ],
  [
    'the product does it by itself',
    { 'check-your-email': { labels: { 'Resend email': { unneeded: 'x' } } } },
    'checkEmail/resend-email',
  ],
  ['the whole screen is not there', { 'check-your-email': { absent: 'x' } }, 'checkEmail/resend-email'],
  ['nothing is said of it', {}, 'checkEmail/resend-email'],
])('it can where %s', (_why, overrides, event) => {
  expect(why(overrides, event, 'reset-password')).toBeUndefined()
})

test('what leads back from a screen that is not there cannot be pressed', () => {
  const absent = 'nobody chooses a method'
  const back = 'keepAccountSafe/go-back'
  expect(why({ 'keep-your-account-safe': { absent } }, back)).toBe(
    'There is no screen “Keep Your Account Safe”: nobody chooses a method',
  )
  // Who is logged in already begins anew at the login.
  expect(why({ 'keep-your-account-safe': { absent, signedIn: 'no factor' } }, back)).toBeUndefined()
  expect(
    why({ 'keep-your-account-safe': { absent } }, 'keepAccountSafe/choose.authenticator-app'),
  ).toBeUndefined()
})

test.each<[string, Absent | Unneeded]>([
  ['absent', { absent: 'not here' }],
  ['not needed', { unneeded: 'not here' }],
])('another value for a field that is %s cannot be typed; the step is passed over without it', (_, here) => {
  const overrides: Overrides = { 'change-your-password': { labels: { 'Re-enter new password': here } } }
  const ofActivation = (transition: string) => why(overrides, transition, 'activate-account')
  expect(ofActivation('changePassword.chosen/re-enter.different')).toBe(
    'There is no “Re-enter new password”: not here',
  )
  expect(ofActivation('changePassword.chosen/re-enter.same')).toBeUndefined()
  expect(ofActivation('changePassword.weak/re-enter.same')).toBeUndefined()
  expect(ofActivation('changePassword.blank/new-password.none')).toBeUndefined()
})

test('an event that types something is sent without its button', () => {
  expect(why(without('email-address', 'Continue'), 'emailAddress/email.registered')).toBeUndefined()
})

test('nothing is sent of an empty field where no button is needed', () => {
  const alone: Overrides = {
    'email-address': { labels: { Continue: { unneeded: 'one form asks for both' } } },
  }
  expect(why(alone, 'emailAddress/email.empty')).toBe(
    'Nothing is sent without “Continue”: one form asks for both',
  )
  expect(why(alone, 'emailAddress/email.registered')).toBeUndefined()
  expect(why(without('email-address', 'Continue'), 'emailAddress/email.empty')).toBeUndefined()
})

test('an absent link of a mail is left out where another one leads the same way', () => {
  const oneLink: Overrides = {
    'invitation-mail': { labels: { 'account activation link': { absent: 'the mail has one link' } } },
  }
  const both: Overrides = {
    'invitation-mail': {
      labels: { ...oneLink['invitation-mail']?.labels, 'Activate my Netwrix account': { absent: 'no mail' } },
    },
  }
  expect(why(oneLink, 'mail/open-activation.link', 'activate-account')).toBe(
    'There is no “account activation link”: the mail has one link',
  )
  expect(why(oneLink, 'mail/open-activation.button', 'activate-account')).toBeUndefined()
  expect(why(both, 'mail/open-activation.link', 'activate-account')).toBeUndefined()
})

test('an absent link of a mail is left out from wherever the mail is opened', () => {
  const overrides = {
    ...without('invitation-mail', 'account activation link'),
    'account-activated': { absent: 'the dashboard opens at once' },
  }
  for (const state of ['mail', 'newLinkSent', 'activated'])
    expect(why(overrides, `${state}/open-activation.link`, 'activate-account'), state).toBe(
      'There is no “account activation link”: not here',
    )
  expect(why(overrides, 'activated/open-activation.button', 'activate-account')).toBeUndefined()
})
