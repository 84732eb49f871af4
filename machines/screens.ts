/** A field as a person sees it. */
export interface Field {
  label: string
  type: 'text' | 'email' | 'password' | 'code' | 'url' | 'select'
  /** What a `select` offers. */
  options?: string[]
}

/** What a person is shown: the words that a deployment is recognised by. */
export interface Screen {
  heading: string
  fields?: Field[]
  buttons?: string[]
  links?: string[]
  /** What stands there beside fields and buttons, in a few words: a QR code, the list of rules. */
  also?: string
}

const newPassword: Field[] = [
  { label: 'New password', type: 'password' },
  { label: 'Re-enter new password', type: 'password' },
]

const byId = {
  'invitation-mail': {
    heading: 'Welcome to Netwrix 1Secure',
    buttons: ['Activate my Netwrix account'],
    links: ['account activation link', 'Netwrix 1Secure tenant link'],
  },
  'change-your-password': {
    heading: 'Change Your Password',
    fields: newPassword,
    buttons: ['Reset Password'],
    also: 'the rules a password must meet',
  },
  'account-activated': { heading: 'Account Activated', links: ['Log in to 1Secure'] },
  'link-expired': { heading: 'Link Expired', buttons: ['Request a new activation link'] },
  'invalid-link': { heading: 'Invalid Link', links: ['Log in to 1Secure'] },
  'new-link-sent': { heading: 'Check Your Email' },
  'login-page': { heading: 'Netwrix 1Secure', buttons: ['Log In'] },
  'email-address': {
    heading: 'Welcome',
    fields: [{ label: 'Email address', type: 'email' }],
    buttons: ['Continue'],
  },
  'enter-your-password': {
    heading: 'Enter Your Password',
    fields: [{ label: 'Password', type: 'password' }],
    buttons: ['Continue'],
    links: ['Edit', 'Forgot password'],
  },
  'account-blocked': { heading: 'Account Blocked', links: ['Back to log in'] },
  'keep-your-account-safe': {
    heading: 'Keep Your Account Safe',
    buttons: ['Google Authenticator or Similar', 'Security Key', 'Go back'],
  },
  'secure-your-account': {
    heading: 'Secure Your Account',
    fields: [{ label: 'Enter one time code', type: 'code' }],
    buttons: ['Continue', 'Trouble Scanning?', 'Try another method'],
    also: 'the QR code for the authenticator app',
  },
  'adding-your-security-key': {
    heading: 'Adding Your Security Key',
    buttons: ['Use security key', 'Try another method'],
  },
  'name-your-security-key': {
    heading: 'Name Your Security Key',
    fields: [{ label: 'Security key name', type: 'text' }],
    buttons: ['Continue'],
  },
  'verify-your-identity': {
    heading: 'Verify Your Identity',
    fields: [{ label: 'Enter one time code', type: 'code' }],
    buttons: ['Continue', 'Try another method'],
  },
  'verify-with-security-key': {
    heading: 'Verify Your Identity',
    buttons: ['Use security key', 'Try another method'],
  },
  dashboard: { heading: 'Dashboard', buttons: ['Log out'] },
} satisfies Record<string, Screen>

export type ScreenId = keyof typeof byId

/**
 * Every screen of the product, listed once; the flows share them. Names and labels are the documentation's; where it is
 * silent they are the defaults of the login engine that the product is built on.
 */
export const screens: Record<ScreenId, Screen> = byId
