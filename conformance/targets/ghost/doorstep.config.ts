import { defineDeployment, type Tools } from 'doorstep'
import { startGhost } from './start-ghost.ts'

const password = 'Lantern-Meadow-5193'

type Data = {
  cookie: string
  roles: Record<string, string>
}

/** Asks Ghost's API as its owner, who has a session since the start. */
function asOwner({ ask, url, data }: Tools<Data>) {
  const { cookie } = data
  const headers = { cookie, origin: new URL(url).origin }
  return <T>(path: string, options: Parameters<typeof ask>[1] = {}) =>
    ask<T>(`/ghost/api/admin${path}`, { headers, ...options })
}

async function invite(given: Tools<Data>, role = 'Author') {
  const email = given.freshAddress()
  const { roles } = given.data
  await asOwner(given)('/invites/', { body: { invites: [{ email, role_id: roles[role] }] } })
  return email
}

/** Someone who has accepted an invitation by the API and never logged in. */
async function activate(given: Tools<Data>, role?: string) {
  const email = await invite(given, role)
  const link = await given.linkInMail(email, 'has invited you to join', 'Click here to activate')
  const token = link.split('/signup/')[1]?.split('/')[0]
  await asOwner(given)('/authentication/invitation/', {
    body: { invitation: [{ token, email, name: 'Ann', password }] },
  })
  return { email, password }
}

export default defineDeployment({
  name: 'Ghost 6',
  start: async ({ smtp }) => {
    if (!smtp) throw new Error('Ghost must know where to send its mail')
    return startGhost({ smtp })
  },
  flows: ['activate-account', 'log-in', 'reset-password'],
  mailbox: { kind: 'smtp', port: 0 },
  givens: {
    invited: async (given) => ({ email: await invite(given) }),
    activated: (given) => activate(given),
    'reset-password/authenticator-app': (given) => activate(given),
  },
  protectedPage: {
    path: '/ghost/#/posts',
    opens: async ({ fetch }) => (await fetch('/ghost/api/admin/users/me/')).ok,
  },
  patience: 15_000,
  arrangeWithin: 90,
  passwords: { weak: 'Violet-27' },
  notHere: {
    'log-in/password.wrong-ten-times':
      'Ghost counts wrong passwords by the network address alone, which all people share here: the limit is off',
  },
  screens: {
    'invitation-mail': {
      heading: 'has invited you to join Quiet Harbour',
      labels: {
        'Activate my Netwrix account': 'Click here to activate your account',
        'account activation link': { absent: 'the address is in the button alone' },
        'Netwrix 1Secure tenant link': { absent: 'the mail has the link of the invitation alone' },
      },
    },
    'change-your-password': {
      heading: 'Reset your password.',
      labels: {
        'Re-enter new password': 'Confirm new password',
        'Reset Password': (page) => page.locator('button[type=submit]'),
      },
      messages: {
        'Enter a new password': 'at least 10 characters',
        "Passwords don't match": 'do not match',
        'at least 12 characters': 'at least 10 characters',
      },
    },
    'activate-account/change-your-password': {
      heading: 'Create your account.',
      labels: {
        'New password': 'Password',
        'Re-enter new password': { absent: 'the password is typed once' },
        'Reset Password': (page) => page.locator('button[type=submit]'),
      },
      fields: [{ field: 'Full name', value: 'Ann' }],
      messages: { 'Enter a new password': 'Please fill out the form' },
    },
    'account-activated': {
      absent: 'the dashboard opens at once',
      signedIn: 'an accepted invitation logs people in',
    },
    'invalid-link': { heading: 'Quiet Harbour' },
    'login-page': {
      open: '/ghost/#/signin',
      heading: 'Quiet Harbour',
      labels: { 'Log In': { unneeded: 'the form is there at once' } },
    },
    'email-address': {
      heading: 'Quiet Harbour',
      labels: { Continue: { unneeded: 'the password is asked for on the same page' } },
    },
    'enter-your-password': {
      heading: 'Quiet Harbour',
      labels: {
        Continue: (page) => page.locator('button[type=submit]'),
        Edit: { absent: 'the address is typed on the same page' },
        'Forgot password': { unneeded: 'the button is on the form of the login' },
      },
      messages: {
        'Wrong email or password': ['Your password is incorrect', 'There is no user with that email address'],
        'Password is required': 'Please fill out the form',
      },
    },
    'forgot-your-password': {
      heading: 'Quiet Harbour',
      labels: { Continue: 'Forgot?', 'Go back': { absent: 'it is the page of the login' } },
    },
    'check-your-email': {
      heading: { text: 'An email with password reset instructions has been sent' },
      labels: { 'Resend email': 'Forgot?' },
    },
    'reset-mail': {
      heading: 'Reset Password',
      labels: { 'password reset link': { role: 'link', name: /\/reset\// } },
    },
    'password-changed': { absent: 'the dashboard opens at once', signedIn: 'a reset logs people in' },
    'keep-your-account-safe': {
      absent: 'no second factor is enrolled',
      signedIn: 'the password is enough on the first device; on a further one a code is mailed',
    },
    'verify-your-identity': {
      absent: 'no second factor is enrolled',
      signedIn: 'the mailed code is passed in between',
    },
    dashboard: {
      heading: { role: 'button', name: /User menu/ },
      labels: { Configuration: 'Settings', 'Log out': 'Sign out' },
    },
  },
  between: [
    {
      when: "Verify it's really you",
      pass: async (page, way) => {
        await page.getByLabel('Verification code').fill(await way.inMail(/(\d{6}) is your Ghost/))
        await page.getByRole('button', { name: 'Verify' }).click()
      },
    },
  ],
})
