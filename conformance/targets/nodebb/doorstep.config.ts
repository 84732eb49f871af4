import type { Page } from '@playwright/test'
import { type Arranged, defineDeployment, type Tools } from 'doorstep'
import { movedClock } from '../moved-time.ts'
import { type NodeBB, people, startNodeBB } from './start-nodebb.ts'

const MINUTE = 60

type ForumTools = Tools<NodeBB>

const password = 'violet harbour 27 lanterns'

/** Asks the interface in the administrator's name. */
const asKeeper = <Answer>({ ask, data }: ForumTools, method: string, path: string, body: object = {}) =>
  ask<Answer>(`/api/v3${path}`, { method, bearer: data.token, body: { _uid: 1, ...body } })

async function invited(tools: ForumTools): Promise<Arranged> {
  const email = tools.freshAddress()
  await asKeeper(tools, 'POST', '/users/1/invites', { emails: email, groupsToJoin: [people] })
  return { email }
}

/** Someone who has an account with a password, and must have a second factor. */
async function activated(tools: ForumTools): Promise<Arranged> {
  const email = tools.freshAddress()
  const login = loginOf(email)
  const { response } = await asKeeper<{ response: { uid: number } }>(tools, 'POST', '/users', {
    username: login,
    email,
    password,
  })
  await asKeeper(tools, 'POST', `/users/${response.uid}/emails/${email}/confirm`)
  await asKeeper(tools, 'PUT', `/groups/${people}/membership/${response.uid}`)
  return { email, login, password }
}

const loginOf = (email: string) => email.slice(0, email.indexOf('@'))

/** Someone who is logged in and chooses a second factor. */
async function choosing(tools: ForumTools) {
  const person = await activated(tools)
  const page = await tools.page()
  await page.goto(tools.url)
  await page.getByLabel('Username / Email').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Login', exact: true }).click()
  await page.waitForURL(/2factor/)
  await page.waitForLoadState('networkidle')
  return { person, page }
}

/** Someone who has set an authenticator app up. */
async function withApp(tools: ForumTools): Promise<Arranged> {
  const { person, page } = await choosing(tools)
  await enable('Authenticator App')(page).click()
  const totpSecret = await page.locator('.modal .font-monospace').innerText()
  await page.locator('.modal input').fill(await tools.codeOf(totpSecret))
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.locator('#code').waitFor()
  return { ...person, totpSecret }
}

/** Someone who has set a security key up. */
async function withKey(tools: ForumTools): Promise<Arranged> {
  const { person, page } = await choosing(tools)
  const touched = await tools.plugInKey(page)
  await enable('Hardware key')(page).click()
  await page.getByText('Hardware key successfully registered').waitFor()
  return { ...person, securityKey: await touched() }
}

/** The settings have one line for each method, with an “Enable” each. */
const enable = (method: string) => (page: Page) =>
  page.locator('.list-group-item', { hasText: method }).getByRole('button', { name: 'Enable' })

export default defineDeployment<NodeBB>({
  name: 'NodeBB 4.11.2',
  async start({ smtp }) {
    if (!smtp) throw new Error('NodeBB must know where to send its mail')
    return startNodeBB(smtp)
  },
  capabilities: ['authenticator-app', 'security-key'],
  // Each of its faults is a whole login, in which each wrong code takes five seconds.
  leaveOut: { 'FLT.log-in': 'it takes more than a quarter of an hour' },
  flows: ['activate-account', 'log-in', 'reset-password'],
  givens: { invited, activated, 'authenticator-app': withApp, 'security-key': withKey },
  mailbox: { kind: 'smtp', port: 0 },
  // It is the login name, too, which has 16 characters at most.
  freshAddress: (id) => `p-${id}@example.com`,
  protectedPage: {
    path: '/notifications',
    opens: async ({ fetch }) => (await fetch('/notifications')).status === 200,
  },
  arrangeWithin: 90,
  clock: movedClock,
  documented: {
    mailFrom: 'harbour@example.com',
    passwordLength: 12,
    attempts: 5,
    blockedFor: 60 * MINUTE,
    resetLinkLife: 120 * MINUTE,
    newestLinkOnly: true,
  },
  pages: { changePassword: '/me/edit/password', forms: ['/me/edit'] },
  // A forum asks for consent before it makes the account.
  between: [
    {
      when: "We'd like some additional information before we can create your account",
      pass: async (page) => {
        for (const consent of await page.getByRole('switch').all()) await consent.check()
        await page.getByRole('button', { name: 'Submit' }).click()
      },
    },
  ],
  notHere: {
    'activate-account/two-days-pass': 'Redis forgets what has expired, and its time cannot be moved',
    'log-in/email.empty': 'the address is sent with the password',
    'log-in/code.wrong-ten-times': 'each wrong code takes some seconds, and nobody is blocked',
  },
  screens: {
    'invitation-mail': {
      heading: 'Invitation from Quiet Harbour',
      labels: {
        'Activate my Netwrix account': 'Click here to create your account',
        'account activation link': { absent: 'the mail has one link' },
        'Netwrix 1Secure tenant link': { absent: 'the mail has one link' },
      },
    },
    'log-in/invitation-mail': { absent: 'an administrator tells people their password' },
    'change-your-password': {
      heading: false,
      labels: { 'Re-enter new password': 'Confirm Password' },
      messages: {
        'Enter a new password': 'Invalid Password!',
        'at least 12 characters': 'The password entered is too short',
      },
    },
    'activate-account/change-your-password': {
      heading: 'Register',
      fields: [{ field: 'Username', value: ({ email }) => loginOf(email) }],
      labels: { 'New password': 'Password', 'Reset Password': 'Register Now' },
      messages: { "Passwords don't match": 'Passwords must match!' },
    },
    'reset-password/invalid-link': { heading: 'Incorrect Reset Code' },
    'reset-password/change-your-password': {
      messages: { "Passwords don't match": 'do not match' },
    },
    'account-activated': { absent: 'registration logs people in' },
    'invalid-link': {
      heading: 'Bad Request.',
      labels: { 'Log in to 1Secure': { role: 'link', name: 'Login' } },
    },
    // People who log out are at the public start page.
    'login-page': { heading: false, labels: { 'Log In': { role: 'link', name: 'Login' } } },
    'email-address': {
      heading: 'Login',
      labels: {
        'Email address': 'Username / Email',
        Continue: { unneeded: 'one form asks for address and password' },
      },
    },
    'enter-your-password': {
      heading: 'Login',
      labels: { Continue: 'Login', Edit: { absent: 'the address stays in its field' } },
      messages: {
        'Wrong email or password': ['Invalid login credentials', 'Invalid Email'],
        'Password is required': 'Please specify both a username and password',
        blocked: 'Your account has been locked temporarily',
      },
    },
    'keep-your-account-safe': {
      heading: { text: 'To enable Two-Factor Authentication, select a setup method below' },
      labels: {
        'Google Authenticator or Similar': enable('Authenticator App'),
        'Security Key': enable('Hardware key'),
        'Go back': { absent: 'nothing leads back' },
      },
    },
    'secure-your-account': {
      heading: 'Generate Token & Set up Device',
      labels: {
        'Enter one time code': (page) => page.locator('.modal input'),
        Continue: 'Confirm',
        'Trouble Scanning?': { absent: 'the key is shown as text' },
        'Try another method': { absent: 'the window is closed instead' },
      },
      messages: { code: { silent: 'the window stays as it is' } },
    },
    'adding-your-security-key': {
      heading: { text: 'A request to register your hardware key has been sent' },
      labels: {
        'Use security key': {
          absent: 'the browser asks at once',
          instead: async (page) => {
            // Someone who has cancelled begins again.
            if (!(await page.getByText('A request to register').isVisible()))
              await enable('Hardware key')(page).click()
            return 'done'
          },
        },
        'Try another method': { absent: 'the browser’s question is cancelled instead' },
      },
      messages: { 'try again': 'Hardware key registration aborted' },
    },
    'name-your-security-key': { absent: 'keys have no names', open: '/' },
    'verify-with-security-key': {
      heading: { text: 'Please activate your hardware key now' },
      labels: {
        'Use security key': {
          absent: 'the browser asks at once',
          instead: async (page) => {
            if (await page.locator('#statusIcon.fa-times').isVisible()) await page.reload()
            return 'done'
          },
        },
        'Try another method': { absent: 'only one is set up' },
      },
      messages: { 'try again': 'The operation either timed out or was not allowed' },
    },
    'verify-your-identity': {
      heading: { text: 'Two-Factor Authentication' },
      labels: {
        'Enter one time code': (page) => page.locator('#code'),
        Continue: 'Verify',
        'Try another method': { absent: 'only one is set up' },
      },
      messages: { code: "The verification code you've entered is not correct" },
    },
    dashboard: {
      heading: (page) =>
        page
          .locator('body')
          .filter({ has: page.getByRole('button', { name: 'User menu' }) })
          .getByText(/^Announcements$|Mark all read/),
      labels: {
        'Log out': 'Logout',
        Configuration: { absent: 'people have no settings of the organization' },
      },
    },
    // The app that was just added is asked for at once.
    'log-in/activated/dashboard': {
      open: async (page, { oneTimeCode }) => {
        const code = page.locator('#code')
        await code.waitFor({ timeout: 3_000 }).catch(() => undefined)
        // A key that was just added is not asked for.
        if (!(await code.isVisible())) return
        await code.fill(await oneTimeCode())
        await page.getByRole('button', { name: 'Verify' }).click()
      },
    },
    'forgot-your-password': {
      heading: { text: 'we will send you an email with instructions' },
      labels: {
        'Email address': { placeholder: 'Enter Email Address' },
        Continue: 'Reset Password',
        'Go back': { absent: 'the menu leads to the login' },
      },
    },
    'check-your-email': {
      heading: { text: 'If the specified address corresponds to an existing user account' },
      labels: { 'Resend email': { absent: 'the form is sent again' } },
    },
    'reset-mail': {
      heading: 'Password Reset Requested',
      labels: { 'password reset link': 'Click here to reset your password' },
    },
    // The login page opens. Its link to itself is on every page, so that its heading must tell.
    'password-changed': {
      heading: 'Login',
      labels: { 'Log in to 1Secure': { unneeded: 'the login form is there at once' } },
    },
  },
})
