import type { Overrides } from 'doorstep'
import { enable, loginOf } from './people.ts'

/** How NodeBB calls what the documentation names. */
export const nodebbScreens: Overrides = {
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
}
