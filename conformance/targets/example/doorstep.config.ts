import { defineDeployment } from 'doorstep'
import { startPortal } from './portal.ts'

const apiKey = process.env.PORTAL_API_KEY ?? 'only-for-the-example'

export default defineDeployment({
  name: 'The portal',
  // Leave this out if the deployment is already running, and set `url`.
  async start({ smtp }) {
    if (!smtp) throw new Error('the portal must know where to send its mail')
    const { url, close } = await startPortal({ smtp, apiKey })
    return { url, data: null, close }
  },

  // What is given before a flow begins, and how to arrange it.
  givens: {
    async invited({ ask, freshAddress }) {
      const email = freshAddress()
      await ask('/api/invitations', { bearer: apiKey, body: { email } })
      return { email }
    },
  },
  // The portal sends to a server that Doorstep starts.
  mailbox: { kind: 'smtp', port: 0 },

  protectedPage: { path: '/home', opens: async ({ fetch }) => (await fetch('/home')).ok },
  patience: 5_000,

  // What has another name here: by its text, by role, placeholder or test id, or by a function.
  screens: {
    'invitation-mail': {
      heading: 'The portal is waiting for you',
      labels: {
        'Activate my Netwrix account': 'Join the portal',
        'account activation link': { role: 'link', name: 'Join the portal' },
        'Netwrix 1Secure tenant link': { absent: 'a mail needs only one link' },
      },
    },
    'change-your-password': {
      heading: 'Your passphrase',
      labels: {
        'New password': { placeholder: 'Think of a passphrase' },
        'Re-enter new password': (page) => page.locator('input[name=again]'),
        'Reset Password': { testId: 'join' },
      },
      messages: {
        'Enter a new password': 'A passphrase, please',
        "Passwords don't match": 'These two differ',
      },
    },
    'account-activated': {
      heading: 'You are in our books',
      labels: { 'Log in to 1Secure': 'To the door' },
    },
    'invalid-link': {
      heading: 'This invitation is no longer valid',
      labels: { 'Log in to 1Secure': 'To the door' },
    },
    'login-page': { heading: 'The portal', labels: { 'Log In': 'Enter' } },
  },
  // Screens that may come in between, and how to get past them.
  between: [{ when: 'House rules', press: 'I will' }],
  // Too short for the documentation, which asks for 12 characters.
  passwords: { weak: 'Violet-27' },
  // What differs, and why that is all right.
  accept: {
    'activate-account/changePassword.readyButWeak/reset-password': {
      reason: 'eight characters are enough for the portal',
      seen: 'You are in our books',
    },
  },
})
