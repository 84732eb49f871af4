import { type Arranged, defineDeployment, type Tools } from 'doorstep'
import { type FlaskSecurity, startFlaskSecurity } from './start-flask-security.ts'

type FlaskTools = Tools<FlaskSecurity>

const password = 'violet harbour 27 lanterns'

/** Somebody whom an administrator has added. */
async function add({ ask, data, freshAddress }: FlaskTools, what: object): Promise<Arranged> {
  const email = freshAddress()
  const more = (await ask('/people', { bearer: data.apiKey, body: { email, ...what } })) as Partial<Arranged>
  return { email, password, ...more }
}

/** Somebody whom an administrator has added without a password: a mail asks for one. */
const invited = async (tools: FlaskTools): Promise<Arranged> => ({ email: (await add(tools, {})).email })

const oneForm = { unneeded: 'one form asks for address and password' }
const onlyCodes = { absent: 'one-time codes are the only method' }
const resetLink = 'Click here to reset your password'
const secondFactor = { role: 'heading', name: /^Two-factor authentication/i } as const
const required = 'Please fill out this field'

export default defineDeployment<FlaskSecurity>({
  name: 'Flask-Security 5.1.2',
  async start({ smtp }) {
    if (!smtp) throw new Error('the app must know where to send its mail')
    return startFlaskSecurity(smtp)
  },
  capabilities: ['authenticator-app'],
  flows: ['activate-account', 'log-in', 'reset-password'],
  givens: {
    invited,
    activated: (tools) => add(tools, { password }),
    'authenticator-app': (tools) => add(tools, { password, app: true }),
  },
  mailbox: { kind: 'smtp', port: 0 },
  protectedPage: { path: '/' },
  documented: { mailFrom: 'harbour@example.com', passwordLength: 12 },
  pages: {
    changePassword: '/change',
    recoveryCode: {
      use: async (page) => {
        await page.getByRole('radio', { name: 'Use previously downloaded recovery code' }).check()
        await page.getByRole('button', { name: 'Submit', exact: true }).click()
      },
      field: 'Recovery Code',
      send: 'Submit Code',
    },
  },
  notHere: {
    'log-in/email.empty': 'the address is sent with the password',
    'log-in/password.wrong-ten-times': 'nobody is blocked',
    'log-in/code.wrong-ten-times': 'nobody is blocked',
  },
  screens: {
    'invitation-mail': {
      heading: 'Password reset instructions',
      labels: {
        'Activate my Netwrix account': resetLink,
        'account activation link': resetLink,
        'Netwrix 1Secure tenant link': { absent: 'the mail has one link' },
      },
    },
    'log-in/invitation-mail': { absent: 'an administrator tells people their password, and no mail is sent' },
    'login-page': {
      heading: 'Login',
      labels: { 'Log In': { unneeded: 'the form is there at once' } },
    },
    'email-address': { heading: 'Login', labels: { Continue: oneForm } },
    'enter-your-password': {
      heading: 'Login',
      labels: { Continue: 'Login', Edit: { absent: 'the address stays in its field' } },
      messages: {
        'Wrong email or password': 'Authentication failed',
        'Password is required': required,
      },
    },
    'keep-your-account-safe': {
      heading: 'Two-factor authentication adds an extra layer of security to your account',
      fields: [{ field: 'Set up using an authenticator app (e.g. google, lastpass, authy)', value: 'yes' }],
      labels: {
        'Google Authenticator or Similar': 'Submit',
        'Security Key': onlyCodes,
        'Go back': { absent: 'nothing leads back' },
      },
    },
    'secure-your-account': {
      heading: (page) => page.getByAltText('Two factor authentication code'),
      labels: {
        'Enter one time code': 'Authentication Code',
        Continue: 'Submit Code',
        'Trouble Scanning?': { absent: 'the key is shown as text' },
        'Try another method': onlyCodes,
      },
      messages: { code: ['Invalid code', required] },
    },
    'verify-your-identity': {
      heading: 'Two-factor Authentication',
      labels: {
        'Enter one time code': 'Authentication Code',
        Continue: 'Submit Code',
        'Try another method': onlyCodes,
      },
      messages: { code: ['Invalid code', 'This field is required'] },
    },
    dashboard: {
      heading: 'Harbour',
      labels: {
        'Log out': 'Sign out',
        Configuration: { absent: 'people have no settings of the organization' },
      },
    },
    'forgot-your-password': {
      heading: 'Send password reset instructions',
      labels: { Continue: 'Recover Password', 'Go back': { absent: 'the menu leads to the login' } },
    },
    'check-your-email': {
      heading: (page) => page.getByText('Instructions to reset your password have been sent'),
      labels: { 'Resend email': { absent: 'the form is sent again' } },
    },
    'reset-mail': {
      heading: 'Password reset instructions',
      labels: { 'password reset link': resetLink },
    },
    'change-your-password': {
      heading: 'Reset password',
      labels: { 'New password': 'Password', 'Re-enter new password': 'Retype Password' },
      messages: {
        'Enter a new password': required,
        "Passwords don't match": 'Passwords do not match',
        'at least 12 characters': 'Password must be at least 12 characters',
      },
    },
    // Behind a new password the second factor is asked for at once, or set up; the menu leads to the login.
    'account-activated': {
      heading: secondFactor,
      labels: { 'Log in to 1Secure': { role: 'link', name: 'Login' } },
    },
    'password-changed': {
      heading: secondFactor,
      labels: { 'Log in to 1Secure': { role: 'link', name: 'Login' } },
    },
    // The message is lost where cookies are strict: a browser that comes from a mail sends none.
    'invalid-link': {
      heading: 'Send password reset instructions',
      labels: { 'Log in to 1Secure': { role: 'link', name: 'Login' } },
    },
  },
})
