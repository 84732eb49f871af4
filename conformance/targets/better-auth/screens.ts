import type { Absent, Overrides } from 'doorstep'

const oneForm = { unneeded: 'address and passphrase are asked for in one form' }

/** What the documentation has and Beacon does without, each with the reason. */
const none = (absent: string): Absent => ({ absent })

const toGangway = (absent: string): Absent => ({
  absent,
  instead: async (page, { url }) => {
    await page.goto(url)
  },
})

/** How Beacon calls what the documentation names. */
export const beaconScreens: Overrides = {
  'invitation-mail': {
    heading: 'There is a bunk for you',
    labels: {
      'Activate my Netwrix account': 'Choose a passphrase',
      'account activation link': 'Choose a passphrase',
      'Netwrix 1Secure tenant link': toGangway('the mail has one link, to the passphrase'),
    },
  },
  'sso-invitation-mail': {
    heading: 'There is a bunk for you',
    labels: { 'Access 1Secure': 'To the gangway' },
  },
  'change-your-password': {
    heading: 'Choose a passphrase',
    labels: {
      'New password': 'Passphrase',
      'Re-enter new password': 'Once more',
      'Reset Password': 'Keep it',
    },
    messages: {
      'Enter a new password': 'A passphrase, please',
      "Passwords don't match": 'Those two differ',
      'at least 12 characters': 'Twelve characters',
    },
  },
  'account-activated': {
    heading: 'That is your passphrase',
    labels: { 'Log in to 1Secure': 'To the gangway' },
  },
  'invalid-link': {
    heading: 'That link leads nowhere',
    labels: { 'Log in to 1Secure': 'To the gangway' },
  },
  'login-page': {
    heading: { role: 'heading', name: /^(Beacon|Who goes there\?)$/ },
    labels: {
      'Log In': {
        absent: 'the form is already shown to a person who was refused',
        instead: async (page) => {
          const link = page.getByRole('link', { name: 'Come aboard' })
          if (await link.isVisible()) await link.click()
          return 'done'
        },
      },
    },
    messages: {
      'not been added': 'you are not on the list',
      cancelled: 'You turned round',
      declined: 'You turned round',
    },
  },
  'email-address': {
    heading: 'Who goes there?',
    labels: {
      'Email address': 'Mail address',
      Continue: oneForm,
    },
  },
  'log-in-sso/email-address': {
    labels: {
      'Email address': { unneeded: 'the company says who it is' },
      Continue: 'Sign on with the company',
    },
  },
  'enter-your-password': {
    heading: 'Who goes there?',
    labels: {
      Password: 'Passphrase',
      Continue: 'Sign on',
      Edit: oneForm,
      'Forgot password': 'Lost your passphrase?',
    },
    messages: {
      'Wrong email or password': 'Nobody goes by that address and passphrase',
      'Password is required': 'And the passphrase?',
    },
  },
  'keep-your-account-safe': {
    heading: 'A second lock',
    labels: {
      'Google Authenticator or Similar': 'An app on the phone',
      'Security Key': 'A key to touch',
      'Go back': 'Leave',
    },
  },
  'secure-your-account': {
    heading: 'Scan this',
    labels: {
      'Enter one time code': 'Six digits',
      Continue: 'Lock',
      'Trouble Scanning?': 'No camera?',
      'Try another method': 'Something else',
    },
    messages: { code: 'Those digits do not fit', key: 'The key is' },
  },
  'adding-your-security-key': {
    heading: 'A key to touch',
    fields: [{ field: 'What shall it be called?', value: 'On the ring' }],
    labels: { 'Use security key': 'Touch it now', 'Try another method': 'Something else' },
    messages: { 'try again': 'Try again' },
  },
  'name-your-security-key': { absent: 'the key is named before it is touched' },
  'verify-your-identity': {
    heading: 'One more thing',
    labels: {
      'Enter one time code': 'Six digits',
      Continue: 'Show',
      'Try another method': none('with an app, the only other method is spare codes'),
    },
    messages: { code: 'Those digits do not fit', 'too many': 'You tried too often' },
  },
  'verify-with-security-key': {
    heading: 'One more thing',
    labels: {
      'Use security key': 'Touch the key',
      'Try another method': none('with a key, there is no other method'),
    },
  },
  dashboard: {
    heading: 'On deck',
    labels: { 'Log out': 'Go ashore', Configuration: none('there is nothing to be set') },
  },
  'forgot-your-password': {
    heading: 'Lost it?',
    labels: { 'Email address': 'Mail address', Continue: 'Send a link', 'Go back': 'Back' },
  },
  'check-your-email': {
    heading: 'Look into your mail',
    labels: { 'Resend email': 'Send another' },
  },
  'reset-mail': {
    heading: 'A new passphrase',
    labels: { 'password reset link': 'Choose a new passphrase' },
  },
  'password-changed': {
    heading: 'That is your passphrase',
    labels: { 'Log in to 1Secure': 'To the gangway' },
  },
}
