import { defineDeployment } from 'doorstep'
import { movedClock } from '../moved-time.ts'
import { activated, withApp } from './people.ts'
import { type Glewlwyd, startGlewlwyd } from './start-glewlwyd.ts'

const HOUR = 60 * 60

const oneForm = { unneeded: 'one form asks for login and password' }
const disabled = { disabled: 'the button waits for two passwords that are the same and long enough' }
const noChoice = { absent: 'one-time codes are the only method' }

export default defineDeployment<Glewlwyd>({
  name: 'Glewlwyd 2.7.5',
  async start({ smtp }) {
    if (!smtp) throw new Error('Glewlwyd must know where to send its mail')
    return startGlewlwyd(smtp)
  },
  capabilities: ['authenticator-app'],
  flows: ['log-in', 'reset-password'],
  givens: { activated, 'authenticator-app': withApp },
  mailbox: { kind: 'smtp', port: 0 },
  protectedPage: {
    path: '/profile.html',
    // The page itself is the same for everybody; this is closed to who has given no code.
    opens: async ({ fetch }) => (await fetch('/api/profile/session')).ok,
  },
  clock: movedClock,
  documented: { mailFrom: 'harbour@example.com', passwordLength: 12, resetLinkLife: HOUR },
  notHere: {
    'log-in/email.empty': 'the login name is sent with the password',
    'log-in/password.wrong-ten-times': 'nobody is blocked',
    'log-in/code.wrong-ten-times': 'nobody is blocked',
    'reset-password/new-password.none': 'nothing is sent, and nothing is said',
  },
  screens: {
    'invitation-mail': { absent: 'an administrator tells people their password, and no mail is sent' },
    'login-page': {
      heading: 'Please enter your login and password',
      labels: { 'Log In': { unneeded: 'the form is there at once' } },
    },
    'email-address': {
      heading: 'Please enter your login and password',
      labels: { 'Email address': { login: 'Login' }, Continue: oneForm },
    },
    'enter-your-password': {
      heading: 'Please enter your login and password',
      labels: {
        Continue: 'OK',
        'Forgot password': 'Lost credentials?',
        Edit: { absent: 'the login name stays in its field' },
      },
      messages: {
        'Wrong email or password': 'Authentication error',
        'Password is required': 'Authentication error',
      },
    },
    'keep-your-account-safe': {
      heading: { text: 'You must register a scheme in your profile' },
      labels: {
        'Google Authenticator or Similar': { absent: 'an app is registered with a mailed link' },
        'Security Key': noChoice,
        'Go back': { absent: 'the login starts over' },
      },
    },
    'verify-your-identity': {
      heading: 'Enter one time password',
      labels: { 'Enter one time code': 'Code', Continue: 'OK', 'Try another method': noChoice },
      messages: { code: 'Authentication error' },
    },
    dashboard: {
      heading: { role: 'heading', name: /^Welcome / },
      labels: {
        'Log out': (page) => page.getByTitle('Log out'),
        Configuration: { absent: 'people have no settings of the organization' },
      },
    },
    'forgot-your-password': {
      heading: 'Send link via e-mail',
      labels: { 'Email address': { login: 'Login' }, Continue: 'Send', 'Go back': 'Cancel' },
    },
    'check-your-email': {
      heading: 'The message has been sent',
      labels: { 'Resend email': { absent: 'the form is sent again' } },
    },
    'reset-mail': {
      heading: 'Your new password',
      labels: { 'password reset link': { role: 'link' } },
    },
    'change-your-password': {
      heading: { role: 'heading', name: /^Reset credentials: / },
      labels: {
        'New password': { placeholder: /at least 12 characters/ },
        'Re-enter new password': 'Confirm password',
        'Reset Password': 'Save',
      },
      messages: {
        "Passwords don't match": disabled,
        'at least 12 characters': disabled,
      },
    },
    'password-changed': {
      // Its own name of the text, which it shows instead of the text.
      heading: { text: 'profile.register-password-saved' },
      labels: { 'Log in to 1Secure': 'Back to profile page' },
    },
    'invalid-link': {
      heading: 'Session error, please reconnect',
      labels: { 'Log in to 1Secure': { absent: 'nothing leads on' } },
    },
  },
  // Behind the login, people say where they go.
  between: [{ when: { role: 'button', name: /Continue/ }, press: 'Continue' }],
})
