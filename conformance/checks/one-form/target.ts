import { generateSecret } from 'otplib'
import { packs } from '../../../machines/index.ts'
import type { Absent, Overrides } from '../../targets/overrides.ts'
import type { Arrangement, Target } from '../../targets/target.ts'
import { newAccount, spareCode, type startOneForm } from './deployment.ts'

type Deployment = Awaited<ReturnType<typeof startOneForm>>

const PATIENCE = 8_000
const PASSWORD = 'Amber window 41 ferries'

const none = (absent: string): Absent => ({ absent })
const oneForm = none('one form asks for everything')

const overrides: Overrides = {
  'invitation-mail': {
    heading: 'Come in',
    labels: {
      'Activate my Netwrix account': 'Join',
      'account activation link': 'Join',
      'Netwrix 1Secure tenant link': none('there is one link'),
    },
  },
  'reset-mail': { heading: 'A new password', labels: { 'password reset link': 'Choose another one' } },
  'change-your-password': {
    heading: 'A secret of yours',
    labels: {
      'New password': 'New secret',
      'Re-enter new password': none('it is typed once'),
      'Reset Password': 'Keep',
    },
  },
  'account-activated': { heading: 'Welcome', labels: { 'Log in to 1Secure': 'Log on' } },
  'password-changed': { heading: 'It is changed', labels: { 'Log in to 1Secure': 'Log on' } },
  'login-page': { heading: 'Log on', labels: { 'Log In': oneForm } },
  'email-address': { heading: 'Log on', labels: { 'Email address': 'Address', Continue: oneForm } },
  'enter-your-password': {
    heading: 'Log on',
    labels: { Password: 'Secret', Continue: 'Go', Edit: oneForm, 'Forgot password': 'Forgot it' },
  },
  'verify-your-identity': {
    heading: 'Log on',
    labels: { 'Enter one time code': 'Digits', Continue: 'Go' },
  },
  'forgot-your-password': { heading: 'Forgotten', labels: { 'Email address': 'Address', Continue: 'Ask' } },
  'check-your-email': {
    heading: 'Look into your mail',
    labels: { 'Resend email': none('the person asks again') },
  },
  dashboard: { heading: 'At home', labels: { 'Log out': 'Leave' } },
}

/** The same deployment for people who have neither a mailed activation nor a second factor, as most products are. */
export function plainTarget(deployment: Deployment): Target {
  const flows = ['log-in', 'reset-password']
  return {
    ...oneFormTarget(deployment),
    capabilities: ['mailbox'],
    overrides: {
      ...overrides,
      'keep-your-account-safe': { absent: 'there is no second factor', signedIn: 'the password is enough' },
    },
    cannotWalk: (flow) => (flows.includes(flow) ? undefined : 'The profile does not list it.'),
    cannotArrange: (_flow, given) => (given === 'activated' ? undefined : `Nobody arranges “${given}”.`),
  }
}

/** What the deployment does; it has no settings, and nobody who adds users. */
const flows = ['activate-account', 'log-in', 'reset-password']

/** The deployment as a profile would describe it. */
export function oneFormTarget(deployment: Deployment): Target {
  const { url, accounts, clock, invite, mailsOf } = deployment
  let people = 0
  return {
    name: 'One form',
    packs,
    url: `${url}/login`,
    capabilities: ['mailbox', 'authenticator-app'],
    patience: PATIENCE,
    passwords: { strong: 'Violet harbour 27 lanterns' },
    documented: {
      attempts: 10,
      codeAttempts: 10,
      passwordLength: 12,
      passwordKinds: ['upper', 'lower', 'digit', 'symbol'],
      passwordKindCount: 4,
      passwordRepeats: 2,
    },
    pages: {
      recoveryCode: {
        use: (page) => page.getByRole('button', { name: 'No phone at hand' }).click(),
        field: 'Spare code',
        send: 'Go',
        renew: { at: '/spare', press: ['New ones'] },
      },
    },
    overrides,
    cannotArrange: (flow) => (flows.includes(flow) ? undefined : `Nobody arranges “${flow}”.`),
    async arrange(flow, given): Promise<Arrangement> {
      people += 1
      const email = `person${people}@example.com`
      const secret = given === 'authenticator-app' ? generateSecret() : ''
      const recoveryCodes = secret ? [spareCode(), spareCode(), spareCode()] : []
      if (given === 'invited') invite(email)
      else accounts.set(email, newAccount(PASSWORD, secret, recoveryCodes))
      const asks = async ({ cookie }: { cookie: string }) =>
        (await fetch(`${url}/api/me`, { headers: { cookie } })).ok
      return {
        flow,
        account: { email, password: PASSWORD, recoveryCodes, ...(secret && { totpSecret: secret }) },
        mailbox: { mails: async () => mailsOf(email), mailsTo: async (address) => mailsOf(address) },
        clock,
        url: `${url}/login`,
        dashboard: `${url}/home`,
        sessionExists: asks,
        dashboardOpens: asks,
        leave: async () => {},
      }
    },
  }
}
