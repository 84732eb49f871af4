import { defineDeployment } from 'doorstep'
import { startHub } from './hub.ts'

const password = 'violet harbour 27 lanterns'
const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

export default defineDeployment({
  name: 'The hub',
  async start({ smtp }) {
    if (!smtp) throw new Error('the hub must know where to send its mail')
    return { ...(await startHub({ smtp })), data: null }
  },
  capabilities: ['authenticator-app'],
  flows: ['activate-account', 'log-in'],
  givens: {
    async invited({ ask, freshAddress }) {
      const email = freshAddress()
      await ask('/api/invite', { body: { email } })
      return { email }
    },
    async activated({ ask, freshAddress }) {
      const email = freshAddress()
      await ask('/api/invite', { body: { email } })
      await ask('/api/account', { body: { email, password } })
      return { email, password }
    },
    async 'authenticator-app'({ ask, freshAddress }) {
      const email = freshAddress()
      await ask('/api/invite', { body: { email } })
      await ask('/api/account', { body: { email, password, secret } })
      return { email, password, totpSecret: secret }
    },
  },
  mailbox: { kind: 'smtp', port: 0 },
  protectedPage: { path: '/#/home' },
  patience: 5_000,
  pages: { methods: { at: '/#/settings', add: 'Use an app' } },
  screens: {
    'invitation-mail': {
      heading: 'Join the hub',
      labels: {
        'Activate my Netwrix account': 'Get started',
        'account activation link': 'Get started',
        'Netwrix 1Secure tenant link': {
          absent: 'the mail leads to the activation alone',
          instead: async (page, { url }) => {
            await page.goto(url)
            return 'done'
          },
        },
      },
    },
    'change-your-password': {
      heading: 'Choose a password',
      labels: {
        'New password': 'Password',
        'Re-enter new password': { unneeded: 'the password is typed once' },
        'Reset Password': 'Set password',
      },
    },
    'account-activated': {
      absent: 'people go straight to their home',
      signedIn: 'the activation logs people in',
    },
    'invalid-link': { heading: 'Link not valid', labels: { 'Log in to 1Secure': 'Log in' } },
    'login-page': { heading: 'Hub', labels: { 'Log In': 'Sign in here' } },
    'email-address': {
      heading: 'Log in',
      labels: { 'Email address': 'Email', Continue: { unneeded: 'one form asks for both' } },
    },
    'enter-your-password': {
      heading: 'Log in',
      labels: { Continue: 'Sign in', Edit: { unneeded: 'the address stays in its field' } },
    },
    'keep-your-account-safe': {
      signedIn: 'the second factor is voluntary',
      open: '/#/settings',
      heading: 'Two-step verification',
      labels: {
        'Google Authenticator or Similar': 'Use an app',
        'Security Key': { absent: 'there are no security keys' },
        'Go back': { absent: 'nothing leads back' },
      },
    },
    'secure-your-account': {
      heading: 'Add your app',
      labels: {
        'Enter one time code': 'Code',
        Continue: { unneeded: 'the last digit sends the form' },
        'Trouble Scanning?': { absent: 'the key is shown as text' },
        'Try another method': { absent: 'there is one method only' },
      },
    },
    'verify-your-identity': {
      heading: 'Check your phone',
      labels: {
        'Enter one time code': 'Code',
        Continue: { unneeded: 'the last digit sends the form' },
        'Try another method': { absent: 'there is one method only' },
      },
    },
    dashboard: {
      heading: 'Hub home',
      labels: {
        'Log out': 'Sign out',
        Configuration: { absent: 'there are no settings of the organization' },
      },
    },
  },
  notHere: {
    'log-in/password.empty': 'the answer is that of a wrong password',
    'log-in/password.wrong-ten-times': 'nobody is blocked',
    'log-in/code.wrong-ten-times': 'nobody is blocked',
  },
})
