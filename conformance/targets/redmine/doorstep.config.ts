import type { Page } from '@playwright/test'
import { type Arranged, defineDeployment, type Tools } from 'doorstep'
import { startRedmine } from './start-redmine.ts'

const password = 'violet harbour 27 lanterns'

type RedmineTools = Tools<{ apiKey: string }>

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

/** Someone who has added an authenticator app in the settings. */
async function withApp(tools: RedmineTools): Promise<Arranged> {
  const person = await activated(tools)
  const page = await tools.page()
  await page.goto(tools.url)
  await page.getByLabel('Login').fill(person.login ?? '')
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Login' }).click()
  await page.goto(new URL('/my/account', tools.url).href)
  await page.getByRole('link', { name: 'Enable authenticator app' }).click()
  const totpSecret = (await page.locator('code').innerText()).replaceAll(' ', '')
  await codeField(page).fill(await tools.codeOf(totpSecret))
  await page.getByRole('button', { name: 'Activate' }).click()
  await page.getByText('successfully enabled').waitFor()
  return { ...person, totpSecret }
}

/** The picture of the QR code has the same id, so that the label of the field names the picture. */
const codeField = (page: Page) => page.locator('input#twofa_code')

export default defineDeployment({
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
  accept: {
    'log-in/verifyByCode/code.wrong-ten-times': {
      reason: 'after four wrong codes the login begins anew',
      seen: 'Not there: a field',
    },
  },
  notHere: {
    'log-in/email.empty': 'the login name is sent with the password',
    'log-in/password.wrong-ten-times': 'nobody is blocked',
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
      heading: (page) => page.getByText('Logged in as'),
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
      heading: (page) => page.getByText('instructions to choose a new password has been sent'),
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
      heading: (page) => page.getByText('Password was successfully updated'),
      labels: { 'Log in to 1Secure': { unneeded: 'the login form is there at once' } },
    },
    'invalid-link': { absent: 'a used link leads to the home page' },
  },
})
