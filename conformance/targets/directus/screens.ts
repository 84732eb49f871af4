import type { Absent, Overrides } from 'doorstep'

const WRONG = 'Wrong username or password'

const oneForm = { unneeded: 'Directus asks for address and password in one form' }

/** What the documentation has and Directus does without, each with the reason. */
const none = (absent: string): Absent => ({ absent })

const toLogin = (absent: string): Absent => ({
  absent,
  instead: async (page, { url }) => {
    await page.goto(url)
  },
})

const heading = (name: string | RegExp) => ({ role: 'heading' as const, name })

/** How Directus calls what the documentation names. */
export const directusScreens: Overrides = {
  'invitation-mail': {
    heading: "You've been invited",
    labels: {
      'Activate my Netwrix account': 'Join Directus',
      'account activation link': 'Join Directus',
      'Netwrix 1Secure tenant link': toLogin('the invitation leads to the activation alone'),
    },
  },
  'sso-invitation-mail': {
    labels: { 'Access 1Secure': toLogin('people who come by single sign-on are not invited') },
  },
  'change-your-password': {
    heading: heading(/^(Create Account|Reset Password)$/),
    labels: {
      'New password': 'Password',
      'Re-enter new password': { unneeded: 'the password is typed once' },
      'Reset Password': { role: 'button', name: /^(Create|Reset)$/ },
    },
    messages: {
      // What was refused stays in the field, so that it is sent and refused again.
      'Enter a new password': /Invalid payload|Validation failed/,
      'at least 12 characters': 'Validation failed',
    },
  },
  'account-activated': {
    heading: { text: 'Account Created Successfully' },
    labels: { 'Log in to 1Secure': 'Sign In' },
  },
  'link-expired': { heading: { text: /expired/i } },
  'invalid-link': {
    heading: { text: /invalid|not valid/i },
    labels: { 'Log in to 1Secure': 'Sign In' },
  },
  'login-page': {
    heading: 'Sign In',
    labels: { 'Log In': oneForm },
    // Directus says the same whatever the provider has said.
    messages: { cancelled: WRONG, declined: WRONG },
  },
  'email-address': { heading: 'Sign In', labels: { 'Email address': 'Email', Continue: oneForm } },
  'log-in-sso/email-address': {
    labels: {
      'Email address': { unneeded: 'the provider says who it is' },
      Continue: { text: 'Log In with Mock' },
    },
  },
  'enter-your-password': {
    heading: 'Sign In',
    labels: { Continue: 'Sign In', Edit: { unneeded: 'the address stays in its field' } },
    messages: {
      'Wrong email or password': WRONG,
      'Password is required': WRONG,
      // A suspended account gets the same answer, so that no one learns which accounts exist.
      blocked: WRONG,
    },
  },
  'log-in/keep-your-account-safe': {
    signedIn: 'the app alone holds people back until there is a second factor; the API takes their session',
  },
  'keep-your-account-safe': {
    heading: 'Setup 2FA',
    labels: {
      'Google Authenticator or Similar': {
        absent: 'Directus knows one method, and asks for the password once more instead of for a choice',
        instead: async (page, { password }) => {
          await page.getByPlaceholder('Password').filter({ visible: true }).last().fill(password)
          await page.getByRole('button', { name: 'Next' }).click()
        },
      },
      'Security Key': none('Directus knows no security keys'),
      'Go back': none('Directus does not let one go back'),
    },
  },
  'secure-your-account': {
    heading: 'Setup 2FA',
    labels: {
      'Enter one time code': 'One-Time Password',
      Continue: 'Done',
      'Trouble Scanning?': none('the key is next to the QR code'),
      'Try another method': none('there is no other method'),
    },
    messages: { code: ['one-time password', '"otp" is invalid'] },
  },
  'verify-your-identity': {
    heading: 'Sign In',
    labels: {
      'Enter one time code': 'One-Time Password',
      Continue: 'Sign In',
      'Try another method': none('there is no other method'),
    },
    messages: { code: 'one-time password', 'too many': WRONG },
  },
  dashboard: {
    heading: 'Content',
    labels: {
      'Log out': {
        absent: 'it is a sign that appears while the pointer is over the avatar, without a name',
        instead: async (page, { url }) => {
          await page.goto(new URL('/admin/logout', url).href)
          return 'done'
        },
      },
      Configuration: none('people without rights have no settings'),
    },
  },
  'forgot-your-password': {
    heading: 'Reset Password',
    labels: { 'Email address': 'Email', Continue: 'Reset', 'Go back': 'Sign In' },
  },
  'check-your-email': {
    heading: { text: 'sent a secure link to your email' },
    labels: { 'Resend email': none('the person asks for the mail again') },
  },
  'reset-mail': {
    heading: 'Password Reset Request',
    labels: { 'password reset link': 'Reset Your Password' },
  },
  'password-changed': {
    heading: { text: 'Password successfully reset' },
    labels: { 'Log in to 1Secure': 'Sign In' },
  },
}
