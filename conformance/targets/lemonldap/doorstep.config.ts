import { defineDeployment } from 'doorstep'
import { activated, withApp } from './people.ts'
import { type Lemonldap, startLemonldap } from './start-lemonldap.ts'

const oneForm = { unneeded: 'one form asks for login and password' }
const onlyCodes = { absent: 'one-time codes are the only method' }

export default defineDeployment<Lemonldap>({
  name: 'LemonLDAP::NG 2.16.1',
  async start({ smtp }) {
    if (!smtp) throw new Error('LemonLDAP::NG must know where to send its mail')
    return startLemonldap(smtp)
  },
  capabilities: ['authenticator-app'],
  flows: ['log-in', 'reset-password'],
  givens: { activated, 'authenticator-app': withApp },
  mailbox: { kind: 'smtp', port: 0 },
  protectedPage: {
    path: '/',
    opens: async ({ fetch }) => (await (await fetch('/')).text()).includes('connectedAs'),
  },
  documented: {
    mailFrom: 'harbour@example.com',
    passwordLength: 12,
    attempts: 3,
    blockedFor: 30,
    resetLinkLife: 3600,
    codeDrift: 1,
  },
  pages: {
    changePassword: { at: '/', open: ['Password'], current: 'Current password', save: 'Submit' },
  },
  accept: {
    'log-in/verifyByCode/code.wrong-ten-times': {
      reason: 'after each wrong code the login starts over, and after three it is closed for 30 seconds',
      seen: 'Not there: a field “Enter one time code”',
    },
  },
  notHere: { 'log-in/email.empty': 'the login name is sent with the password' },
  screens: {
    'invitation-mail': { absent: 'an administrator tells people their password, and no mail is sent' },
    'login-page': {
      heading: false,
      labels: { 'Log In': { unneeded: 'the form is there at once' } },
    },
    'email-address': {
      heading: false,
      labels: { 'Email address': { login: 'Login' }, Continue: oneForm },
    },
    'enter-your-password': {
      heading: false,
      labels: {
        Continue: 'Connect',
        'Forgot password': 'Reset my password',
        Edit: { absent: 'the login name stays in its field' },
      },
      messages: {
        'Wrong email or password': 'Wrong credentials',
        'Password is required': 'Please fill out this field',
        blocked: 'Your account is locked. You have to wait',
      },
    },
    'keep-your-account-safe': {
      signedIn: 'the second factor is voluntary',
      open: '/2fregisters/totp',
      heading: false,
      labels: {
        'Google Authenticator or Similar': { unneeded: 'the page of the app is there at once' },
        'Security Key': onlyCodes,
        'Go back': { absent: 'nothing leads back' },
      },
    },
    'secure-your-account': {
      heading: (page) => page.getByText('Scan this QR code in your TOTP application'),
      labels: {
        'Enter one time code': 'Input the code provided by your application',
        Continue: 'Register',
        'Trouble Scanning?': { absent: 'the key is shown as text' },
        'Try another method': onlyCodes,
      },
      messages: { code: ['Bad code', 'Please enter the code supplied by your TOTP application'] },
    },
    'verify-your-identity': {
      heading: (page) => page.getByText('Enter TOTP code'),
      labels: { 'Enter one time code': 'Code', Continue: 'Connect', 'Try another method': onlyCodes },
      messages: { code: 'Invalid verification code', 'too many': 'Your account is locked. You have to wait' },
    },
    dashboard: {
      heading: (page) => page.getByText('Connected as'),
      labels: {
        'Log out': {
          absent: 'it asks whether you are sure',
          instead: async (page) => {
            await page.getByRole('tab', { name: 'Logout' }).click()
            await page.getByRole('button', { name: "I'm sure" }).click()
            return 'done'
          },
        },
        Configuration: { absent: 'people have no settings of the organization' },
      },
    },
    'forgot-your-password': {
      heading: 'Forgot your password?',
      labels: { 'Email address': 'Mail', Continue: 'Send me a link', 'Go back': 'Go back to portal' },
    },
    'check-your-email': {
      heading: 'A message has been sent to your mail address.',
      labels: { 'Resend email': { absent: 'the form is sent again' } },
    },
    'reset-mail': {
      heading: '[LemonLDAP::NG] Password reset confirmation',
      labels: { 'password reset link': 'Click here to reset your password' },
    },
    'change-your-password': {
      heading: 'Change your password',
      labels: { 'Re-enter new password': 'Confirm password', 'Reset Password': 'Submit' },
      messages: {
        'Enter a new password': 'Please fill out this field',
        "Passwords don't match": 'Passwords mismatch',
        'at least 12 characters': 'Password too short',
      },
    },
    'password-changed': {
      heading: 'A confirmation has been sent to your mail address.',
      labels: { 'Log in to 1Secure': 'Go back to portal' },
    },
    'invalid-link': {
      heading: (page) => page.getByText('Confirmation key is invalid or too old'),
      labels: { 'Log in to 1Secure': 'Go back to portal' },
    },
  },
  between: [
    // What is refused, and a logout, has a page of its own.
    {
      when: (page) =>
        page.locator('#logincontent, #errorcontent').getByRole('button', { name: 'Go to portal' }),
      press: 'Go to portal',
    },
    { when: (page) => page.getByText('Your key is registered'), press: 'Go to portal' },
  ],
})
