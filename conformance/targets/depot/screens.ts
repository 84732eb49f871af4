import type { Absent, Overrides } from 'doorstep'

const none = (absent: string): Absent => ({ absent })

const toDoor = {
  absent: 'the mail has one link, to the password',
  instead: async (page: Parameters<NonNullable<Absent['instead']>>[0], { url }: { url: string }) => {
    await page.goto(url)
  },
}

/** How Depot calls what the documentation names. */
export const depotScreens: Overrides = {
  'invitation-mail': {
    heading: 'Your place at the Depot',
    labels: {
      'Activate my Netwrix account': 'Take your place',
      'account activation link': 'Take your place',
      'Netwrix 1Secure tenant link': toDoor,
    },
  },
  'sso-invitation-mail': { heading: 'Your place at the Depot', labels: { 'Access 1Secure': 'To the door' } },
  'change-your-password': {
    heading: 'Pick a password',
    labels: {
      'New password': 'A password',
      'Re-enter new password': 'The same again',
      'Reset Password': 'Keep it',
    },
    messages: {
      'Enter a new password': 'There is no password yet',
      "Passwords don't match": 'These two differ',
      'at least 12 characters': 'Twelve characters at least',
    },
  },
  'account-activated': { heading: 'Your place is yours', labels: { 'Log in to 1Secure': 'To the door' } },
  'link-expired': {
    heading: 'That link is too old',
    labels: { 'Request a new activation link': 'Send me another' },
  },
  'new-link-sent': { heading: 'Look into your mail' },
  'invalid-link': { heading: 'That link is no good', labels: { 'Log in to 1Secure': 'To the door' } },
  'login-page': {
    heading: 'The Depot',
    labels: { 'Log In': 'Come in' },
    messages: {
      'not been added': 'you are not on our list',
      cancelled: 'did not let you in',
      declined: 'did not let you in',
    },
  },
  'email-address': {
    heading: 'Who is there?',
    labels: { 'Email address': 'Address', Continue: 'Next' },
    messages: { 'Please enter an email address': 'An address, please' },
  },
  'log-in-sso/email-address': { labels: { Continue: 'By my company' } },
  'enter-your-password': {
    heading: 'And the password?',
    labels: {
      Continue: 'Go on',
      Edit: 'Another address',
      'Forgot password': 'I do not know it any more',
    },
    messages: {
      'Wrong email or password': 'Address and password do not fit',
      'Password is required': 'There is no password yet',
      blocked: 'it takes half an hour',
    },
  },
  'keep-your-account-safe': {
    heading: 'A second lock',
    labels: {
      'Google Authenticator or Similar': 'An app on the phone',
      'Security Key': none('there are no security keys'),
      'Go back': 'Turn round',
    },
  },
  'secure-your-account': {
    heading: 'Show this to your phone',
    labels: {
      'Enter one time code': 'Six digits',
      Continue: 'Lock',
      'Trouble Scanning?': 'No camera?',
      'Try another method': 'Something else',
    },
    messages: { code: 'digits do not fit', key: 'The key is' },
  },
  'verify-your-identity': {
    heading: 'What does your phone say?',
    labels: {
      'Enter one time code': 'Six digits',
      Continue: 'Open',
      'Try another method': none('with an app, the only other method is spare codes'),
    },
    messages: { code: ['digits do not fit', 'digits were used before'], 'too many': 'You tried too often' },
  },
  dashboard: { heading: 'The shelves', labels: { 'Log out': 'Leave', Configuration: 'Office' } },
  'forgot-your-password': {
    heading: 'Forgotten?',
    labels: { 'Email address': 'Address', Continue: 'Send a link', 'Go back': 'Back' },
  },
  'check-your-email': { heading: 'Look into your mail', labels: { 'Resend email': 'Once more' } },
  'reset-mail': {
    heading: 'A new password for the Depot',
    labels: { 'password reset link': 'Pick another one' },
  },
  'password-changed': { heading: 'It is another one now', labels: { 'Log in to 1Secure': 'To the door' } },
  'managed-organizations': {
    heading: 'The office',
    labels: { Users: 'People', Home: 'Shelves', 'My organization': none('a company has no page') },
  },
  users: {
    heading: 'People',
    labels: {
      'Add Users': 'Add somebody',
      'Resend Invite': 'Send it again',
      'Managed organizations': 'Office',
    },
    messages: { 'Pending Verification': 'Is expected', Verified: 'Has arrived', sent: 'It was sent again' },
  },
  'add-users/editor/users': { labels: { 'Add Users': none('an Editor is not offered it') } },
  'add-users/viewer/users': { labels: { 'Add Users': none('a Viewer is not offered it') } },
  'add-users': {
    heading: 'Somebody new',
    labels: { 'Email addresses': 'Addresses', Cancel: 'Back' },
    messages: { 'e-mail address': 'That is no address', already: 'Somebody has that address already' },
  },
}
