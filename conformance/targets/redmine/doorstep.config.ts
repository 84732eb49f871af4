import type { Page } from '@playwright/test'
import { type Arranged, defineDeployment, type Tools } from 'doorstep'
import { clock, type Redmine, startRedmine } from './start-redmine.ts'

const password = 'violet harbour 27 lanterns'

const HOUR = 60 * 60

type RedmineTools = Tools<Redmine>

/** Someone whom an administrator has added, with a password. */
async function activated({ ask, data, freshAddress }: RedmineTools): Promise<Arranged> {
  const mail = freshAddress()
  const login = mail.slice(0, mail.indexOf('@'))
  const user = { login, firstname: 'Ada', lastname: 'Harbour', mail, password }
  await ask('/users.json', {
    headers: { 'x-redmine-api-key': data.apiKey },
    body: { user, send_information: true },
  })
  return { email: mail, login, password }
}

/** Someone who has added an authenticator app in the settings: by the requests of its pages, which is much faster than by clicks. */
async function withApp(tools: RedmineTools): Promise<Arranged> {
  const person = await activated(tools)
  const as = await tools.page()
  const ask = (path: string, form?: Record<string, string>) =>
    tools.ask<string>(path, { as, headers: { accept: 'text/html' }, ...(form && { form }) })
  const send = async (from: string, to: string, form: Record<string, string>) =>
    ask(to, { authenticity_token: tokenIn(await ask(from)), ...form })
  await send('/login', '/login', { username: person.login ?? '', password })
  const enrolment = await send('/my/account', '/my/twofa/totp/activate/init', {})
  const totpSecret = firstIn(enrolment, /<code>([^<]+)</).replaceAll(' ', '')
  const twofa_code = await tools.codeOf(totpSecret)
  const authenticity_token = tokenIn(enrolment)
  const after = await ask('/my/twofa/totp/activate', { authenticity_token, twofa_code })
  if (!after.includes('successfully enabled')) throw new Error('the authenticator app was not taken')
  return { ...person, totpSecret }
}

const tokenIn = (page: string) => firstIn(page, /name="csrf-token" content="([^"]+)"/)

function firstIn(page: string, pattern: RegExp): string {
  const [, found] = pattern.exec(page) ?? []
  if (found === undefined) throw new Error(`the page has nothing like ${pattern}`)
  return found
}

/** The picture of the QR code has the same id, so that the label of the field names the picture. */
const codeField = (page: Page) => page.locator('input#twofa_code')

export default defineDeployment<Redmine>({
  name: 'Redmine 5.0.4',
  async start({ smtp }) {
    if (!smtp) throw new Error('Redmine must know where to send its mail')
    return startRedmine(smtp)
  },
  capabilities: ['authenticator-app'],
  flows: ['log-in', 'reset-password'],
  givens: { activated, 'authenticator-app': withApp },
  mailbox: { kind: 'smtp', port: 0 },
  protectedPage: {
    path: '/my/page',
    opens: async ({ fetch }) => (await (await fetch('/my/page')).text()).includes('id="loggedas"'),
  },
  arrangeWithin: 60,
  clock,
  documented: {
    mailFrom: 'redmine@example.com',
    passwordLength: 12,
    newestLinkOnly: true,
    resetLinkLife: 24 * HOUR,
    codeDrift: 1,
    idleTimeout: HOUR,
    sessionLife: 24 * HOUR,
  },
  pages: { changePassword: '/my/password' },
  notHere: {
    'log-in/email.empty': 'the login name is sent with the password',
    'log-in/password.wrong-ten-times': 'nobody is blocked',
    'log-in/code.wrong-ten-times': 'after four wrong codes the login starts over, and nobody is blocked',
  },
  screens: {
    'invitation-mail': {
      heading: 'Your Redmine account activation',
      labels: { 'Netwrix 1Secure tenant link': { role: 'link' } },
    },
    'login-page': { heading: false, labels: { 'Log In': { role: 'link', name: 'Sign in' } } },
    'email-address': {
      heading: false,
      labels: { 'Email address': { login: 'Login' }, Continue: { unneeded: 'one form asks for both' } },
    },
    'enter-your-password': {
      heading: false,
      labels: {
        Continue: 'Login',
        'Forgot password': 'Lost password',
        Edit: { absent: 'the login name stays in its field' },
      },
      messages: {
        'Wrong email or password': 'Invalid user or password',
        'Password is required': 'Invalid user or password',
      },
    },
    'keep-your-account-safe': {
      signedIn: 'the second factor is voluntary',
      open: '/my/account',
      heading: 'My account',
      labels: {
        'Google Authenticator or Similar': 'Enable authenticator app',
        'Security Key': { absent: 'there are no security keys' },
        'Go back': { absent: 'nothing leads back' },
      },
    },
    'secure-your-account': {
      heading: 'Enable two-factor authentication',
      labels: {
        'Enter one time code': codeField,
        Continue: 'Activate',
        'Trouble Scanning?': { absent: 'the key is shown as text' },
        'Try another method': { absent: 'there is one method only' },
      },
    },
    'verify-your-identity': {
      heading: 'Two-factor authentication',
      labels: {
        'Enter one time code': 'Code',
        Continue: 'Login',
        'Try another method': { absent: 'there is one method only' },
      },
    },
    dashboard: {
      // Where people come from decides where a login leads to.
      heading: { text: 'Logged in as' },
      labels: {
        'Log out': 'Sign out',
        Configuration: { absent: 'people have no settings of the organization' },
      },
    },
    'forgot-your-password': {
      heading: 'Lost password',
      labels: { 'Email address': 'Email', Continue: 'Submit' },
    },
    'check-your-email': {
      heading: { text: 'instructions to choose a new password has been sent' },
      labels: { 'Resend email': { absent: 'the form is sent again' } },
    },
    'reset-mail': {
      heading: 'Your Redmine password',
      labels: { 'password reset link': { role: 'link' } },
    },
    'change-your-password': {
      heading: 'Lost password',
      labels: { 'Re-enter new password': 'Confirmation', 'Reset Password': 'Save' },
      messages: {
        'Enter a new password': 'too short',
        "Passwords don't match": "doesn't match confirmation",
        'at least 12 characters': 'too short (minimum is 12 characters)',
      },
    },
    'password-changed': {
      heading: { text: 'Password was successfully updated' },
      labels: { 'Log in to 1Secure': { unneeded: 'the login form is there at once' } },
    },
    'invalid-link': { absent: 'a used link leads to the home page' },
  },
})
