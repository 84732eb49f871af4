import type { Overrides } from 'doorstep'

const oneForm = { unneeded: 'Strapi asks for address and password in one form' }

const secondFactor = { absent: 'the community edition has no second factor' }

/** How Strapi calls what the documentation names. */
export const strapiScreens: Overrides = {
  'invitation-mail': {
    heading: 'Your invitation',
    labels: {
      'Activate my Netwrix account': { role: 'link', name: /register\?registrationToken=/ },
      'account activation link': { role: 'link', name: /register\?registrationToken=/ },
      'Netwrix 1Secure tenant link': {
        absent: 'the invitation leads to the activation alone',
        instead: async (page, { url }) => {
          await page.goto(url)
        },
      },
    },
  },
  'change-your-password': {
    heading: 'Welcome to Strapi!',
    labels: {
      'New password': 'Password',
      'Re-enter new password': 'Confirm Password',
      'Reset Password': "Let's start",
    },
    messages: {
      'Enter a new password': 'This value is required.',
      "Passwords don't match": ['Passwords do not match', 'Passwords must match'],
      'at least 12 characters': ['The value is too short', 'Password must be at least 8 characters'],
    },
  },
  'reset-password/change-your-password': {
    heading: 'Reset password',
    labels: {
      'New password': 'Password',
      'Re-enter new password': 'Confirm Password',
      'Reset Password': 'Change password',
    },
  },
  'account-activated': {
    absent: 'the dashboard opens at once',
    signedIn: 'an accepted invitation logs people in',
  },
  'password-changed': { absent: 'the dashboard opens at once', signedIn: 'a reset logs people in' },
  'invalid-link': { heading: 'Oops...', labels: { 'Log in to 1Secure': 'Sign in' } },
  'login-page': { heading: 'Welcome to Strapi!', labels: { 'Log In': oneForm } },
  'email-address': {
    heading: 'Welcome to Strapi!',
    labels: { 'Email address': 'Email', Continue: oneForm },
    messages: { 'Please enter an email address': 'This value is required.' },
  },
  'enter-your-password': {
    heading: 'Welcome to Strapi!',
    labels: { Continue: 'Login', Edit: { unneeded: 'the address stays in its field' } },
    messages: {
      'Wrong email or password': 'Invalid credentials',
      'Password is required': 'This value is required.',
      blocked: 'Too many requests, please try again later.',
    },
  },
  'keep-your-account-safe': { ...secondFactor, signedIn: 'the password is enough' },
  'secure-your-account': secondFactor,
  'adding-your-security-key': secondFactor,
  'name-your-security-key': secondFactor,
  'verify-your-identity': { ...secondFactor, signedIn: 'the password is enough' },
  dashboard: {
    heading: { role: 'heading', name: /^Hello/ },
    labels: { 'Log out': 'Log out', Configuration: 'Settings' },
  },
  'forgot-your-password': {
    heading: 'Password Recovery',
    labels: { 'Email address': 'Email', Continue: 'Send Email', 'Go back': 'Ready to sign in?' },
  },
  'check-your-email': {
    heading: 'Email sent',
    labels: {
      'Resend email': {
        absent: 'the page has no such button: the person asks for the mail again',
        instead: async (page, { url, email }) => {
          await page.goto(new URL('/admin/auth/forgot-password', url).href)
          await page.getByRole('textbox', { name: 'Email' }).fill(email)
          await page.getByRole('button', { name: 'Send Email' }).click()
        },
      },
    },
  },
  'reset-mail': {
    heading: 'Reset password',
    labels: { 'password reset link': { role: 'link', name: /reset-password\?code=/ } },
  },
}
