import type { Page } from '@playwright/test'
import type { Absent, Overrides } from 'doorstep'

/** What a page is called is text, not a heading. */
const text = (words: string) => (page: Page) => page.getByText(words, { exact: true }).first()
const signIn = text('Sign in')
const atOnce = { unneeded: 'the form is there at once' }

const shownAsError = (page: Page) => page.locator('[class*="_errors_"]').first().isVisible()

const toGoOn = (page: Page) => page.getByRole('button', { name: 'Continue' }).first()
const waitsForDigits = (page: Page) => toGoOn(page).isDisabled()
/** Six digits are sent at once; fewer need the button. */
const lastDigit: Absent = {
  absent: 'the last digit sends the form',
  instead: async (page, { value, event }) => {
    if (event === 'code.empty')
      await toGoOn(page)
        .click({ timeout: 2_000 })
        .catch(() => {})
    return value === undefined ? 'done' : undefined
  },
}

/** How the screens of n8n differ. */
export const screens = (invitation: string): Overrides => ({
  'invitation-mail': {
    heading: invitation,
    labels: {
      'Activate my Netwrix account': 'Set up your n8n account',
      'account activation link': 'Set up your n8n account',
      'Netwrix 1Secure tenant link': {
        absent: 'the mail has one link',
        instead: async (page, { url }) => {
          await page.goto(url)
        },
      },
    },
  },
  'login-page': { open: '/signin', heading: signIn, labels: { 'Log In': atOnce } },
  'email-address': {
    heading: signIn,
    labels: { 'Email address': 'Email', Continue: { unneeded: 'one form asks for both' } },
  },
  'enter-your-password': {
    heading: signIn,
    labels: {
      Continue: 'Sign in',
      'Forgot password': 'Forgot my password',
      Edit: { absent: 'the address stays in its field' },
    },
    messages: {
      'Wrong email or password': 'Wrong username or password',
      'Password is required': 'This field is required',
    },
  },
  'keep-your-account-safe': {
    signedIn: 'the second factor is voluntary',
    open: '/settings/personal',
    heading: text('Personal Settings'),
    labels: {
      'Google Authenticator or Similar': 'Enable 2FA',
      'Security Key': { absent: 'there are no security keys' },
      'Go back': { absent: 'nothing leads back' },
    },
  },
  'secure-your-account': {
    heading: 'Setup Authenticator app [1/2]',
    labels: {
      'Enter one time code': { placeholder: 'e.g. 123456' },
      Continue: lastDigit,
      'Trouble Scanning?': { absent: 'the key can be copied at once' },
      'Try another method': { absent: 'there is one method only' },
    },
    messages: { code: ['Two-factor code failed', waitsForDigits] },
  },
  'verify-your-identity': {
    heading: text('Two-factor authentication'),
    labels: {
      'Enter one time code': 'Two-factor code',
      Continue: lastDigit,
      'Try another method': { absent: 'there is one method only' },
    },
    messages: { code: ['This code is invalid', 'This field is required'] },
  },
  // Where people come from decides where a login leads to.
  dashboard: {
    // The window that sets up the second factor is in front of it until that is done.
    heading: (page) =>
      page
        .locator('body')
        .filter({ hasNotText: /\[[12]\/2\]/ })
        .getByRole('menuitem', { name: /^(Overview|Personal)$/ })
        .first(),
    labels: {
      'Log out': {
        absent: 'it is in the window that Settings opens',
        instead: async (page) => {
          await page.goto(new URL('/home/workflows', page.url()).href)
          await page.getByRole('menuitem', { name: 'Settings' }).click()
          await page.getByRole('menuitem', { name: 'Sign out' }).click()
          return 'done'
        },
      },
      Configuration: { absent: 'people have no settings of the organization' },
    },
  },
  'change-your-password': {
    heading: text('Change password'),
    labels: { 'Reset Password': { role: 'button', name: 'Change password' } },
    // Who has an app proves it in the same form.
    fields: [{ field: 'Two-factor code', value: (way) => way.oneTimeCode() }],
    messages: {
      'Enter a new password': 'This field is required',
      "Passwords don't match": 'Passwords must match',
      'at least 12 characters': shownAsError,
    },
  },
  'activate-account/change-your-password': {
    heading: text('Set up your account'),
    // The rule is there from the beginning, and becomes an error.
    messages: { 'at least 12 characters': shownAsError, 'Enter a new password': shownAsError },
    fields: [
      { field: 'First Name', value: 'Ada' },
      { field: 'Last Name', value: 'Harbour' },
    ],
    labels: {
      'New password': 'Password',
      'Re-enter new password': { absent: 'the password is asked for once' },
      'Reset Password': 'Finish account setup',
    },
  },
  'account-activated': {
    absent: 'the setup leads to the first page',
    signedIn: 'the activation logs people in',
  },
  'invalid-link': {
    heading: 'Issue validating invite token',
    labels: { 'Log in to 1Secure': atOnce },
  },
  'reset-password/invalid-link': { heading: 'Invalid password-reset token' },
  'forgot-your-password': {
    heading: text('Recover password'),
    labels: { 'Email address': 'Email', Continue: 'Email me a recovery link', 'Go back': 'Back to sign in' },
  },
  'check-your-email': {
    heading: 'Recovery email sent',
    labels: { 'Resend email': { absent: 'the form is sent again' } },
  },
  'reset-mail': {
    heading: 'n8n password reset',
    labels: { 'password reset link': 'Set a new password' },
  },
  'password-changed': { heading: 'Password updated', labels: { 'Log in to 1Secure': atOnce } },
})
