import { defineScreens } from '../model/screen.ts'

const newPassword = [
  { label: 'New password', holds: 'new-password' },
  { label: 'Re-enter new password', holds: 'repeated-password' },
] as const

const authenticationMethods = ['1Secure Authentication', 'Entra ID', 'OpenID Connect'] as const

/**
 * Every screen of the product, listed once; the flows share them. Names and labels are the documentation's; where it is
 * silent they are the defaults of the login engine that the product is built on.
 */
export const screens = defineScreens({
  'nothing-open': { kind: 'nothing', heading: 'Nothing is open yet' },
  'invitation-mail': {
    kind: 'mail',
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
    fields: [{ label: 'Email address', holds: 'email' }],
    buttons: ['Continue'],
  },
  'enter-your-password': {
    heading: 'Enter Your Password',
    fields: [{ label: 'Password', holds: 'password' }],
    buttons: ['Continue'],
    links: ['Edit', 'Forgot password'],
  },
  'keep-your-account-safe': {
    heading: 'Keep Your Account Safe',
    buttons: ['Google Authenticator or Similar', 'Security Key', 'Go back'],
  },
  'secure-your-account': {
    offers: 'authenticator-key',
    heading: 'Secure Your Account',
    fields: [{ label: 'Enter one time code', holds: 'one-time-code' }],
    buttons: ['Continue', 'Trouble Scanning?', 'Try another method'],
    also: 'the QR code for the authenticator app',
  },
  'adding-your-security-key': {
    heading: 'Adding Your Security Key',
    buttons: ['Use security key', 'Try another method'],
  },
  'name-your-security-key': {
    heading: 'Name Your Security Key',
    fields: [{ label: 'Security key name', holds: 'text' }],
    buttons: ['Continue'],
  },
  'verify-your-identity': {
    heading: 'Verify Your Identity',
    fields: [{ label: 'Enter one time code', holds: 'one-time-code' }],
    buttons: ['Continue', 'Try another method'],
  },
  'verify-with-security-key': {
    heading: 'Verify Your Identity',
    buttons: ['Use security key', 'Try another method'],
  },
  dashboard: { heading: 'Dashboard', buttons: ['Log out'], links: ['Configuration'] },
  'forgot-your-password': {
    heading: 'Forgot Your Password?',
    fields: [{ label: 'Email address', holds: 'email' }],
    buttons: ['Continue'],
    links: ['Go back'],
  },
  'check-your-email': { heading: 'Check Your Email', buttons: ['Resend email'] },
  'reset-mail': { kind: 'mail', heading: 'Reset your password', links: ['password reset link'] },
  'password-changed': { heading: 'Password Changed!', links: ['Log in to 1Secure'] },
  'sso-invitation-mail': { kind: 'mail', heading: 'Welcome to Netwrix 1Secure', buttons: ['Access 1Secure'] },
  'provider-login': {
    party: 'provider',
    path: '',
    words: 'any',
    heading: 'Sign in',
    fields: [
      { label: 'Email', holds: 'provider-account' },
      { label: 'Password', holds: 'provider-password' },
    ],
    buttons: ['Sign in', 'Cancel'],
    also: 'one page or several: it is the provider’s own',
  },
  'provider-consent': {
    party: 'provider',
    path: 'consent',
    heading: 'Permissions requested',
    buttons: ['Accept', 'Cancel'],
  },
  'provider-refusal': { party: 'provider', path: 'error', words: 'any', heading: 'Sign in' },
  'managed-organizations': {
    heading: 'Managed organizations',
    links: ['Users', 'My organization', 'Home'],
    also: 'the organizations that are managed',
  },
  'my-organization': {
    heading: 'My organization',
    buttons: ['Edit Settings'],
    links: ['Managed organizations', 'Users'],
    also: 'the Authentication section with the method in force',
  },
  'authentication-settings': {
    heading: 'Authentication settings',
    fields: [{ label: 'Method', holds: 'choice', options: authenticationMethods }],
    buttons: ['Save', 'Cancel'],
  },
  'authentication-settings-entra-id': {
    heading: 'Authentication settings',
    fields: [
      { label: 'Method', holds: 'choice', options: authenticationMethods, value: 'Entra ID' },
      { label: 'Client ID', holds: 'client-id' },
    ],
    buttons: ['Save', 'Cancel'],
  },
  'authentication-settings-openid-connect': {
    heading: 'Authentication settings',
    fields: [
      { label: 'Method', holds: 'choice', options: authenticationMethods, value: 'OpenID Connect' },
      { label: 'Client ID', holds: 'client-id' },
      { label: 'Discovery url', holds: 'discovery-url' },
    ],
    buttons: ['Save', 'Cancel'],
  },
  users: {
    heading: 'Users',
    buttons: ['Add Users', 'Resend Invite'],
    links: ['Managed organizations'],
    also: 'each user with role and status',
  },
  'add-users': {
    heading: 'Add Users',
    fields: [
      { label: 'Email addresses', holds: 'email-addresses' },
      { label: 'Role', holds: 'choice', options: ['Administrator', 'Editor', 'Viewer'] },
    ],
    buttons: ['Add', 'Cancel'],
  },
  'entra-sign-in': {
    party: 'provider',
    path: '',
    words: 'any',
    heading: 'Sign in',
    fields: [
      { label: 'Email', holds: 'administrator-account' },
      { label: 'Password', holds: 'administrator-password' },
    ],
    buttons: ['Sign in'],
  },
  'entra-admin-center': {
    party: 'admin-center',
    path: '',
    heading: 'Microsoft Entra admin center',
    links: ['App registrations'],
    also: 'the left navigation: Identity, Applications, App registrations',
  },
  'app-registrations': {
    party: 'admin-center',
    path: 'app-registrations',
    heading: 'App registrations',
    buttons: ['New registration'],
  },
  'register-an-application': {
    party: 'admin-center',
    path: 'app-registrations/new',
    heading: 'Register an application',
    fields: [
      { label: 'Name', holds: 'text' },
      {
        label: 'Supported account types',
        holds: 'choice',
        options: [
          'Accounts in this organizational directory only',
          'Accounts in any organizational directory',
          'Accounts in any organizational directory and personal accounts',
          'Personal accounts only',
        ],
      },
      {
        label: 'Platform',
        holds: 'choice',
        options: ['Select a platform', 'Web', 'Single-page application'],
      },
      { label: 'Redirect URI (optional)', holds: 'redirect-uri' },
    ],
    buttons: ['Register'],
  },
  'app-overview': {
    party: 'admin-center',
    path: 'app-registrations/overview',
    heading: 'Overview',
    links: ['Certificates & secrets'],
    shows: { 'Application (client) ID': 'clientId', 'Directory (tenant) ID': 'tenantId' },
  },
  'certificates-and-secrets': {
    party: 'admin-center',
    path: 'app-registrations/secrets',
    heading: 'Certificates & secrets',
    buttons: ['New client secret'],
    links: ['Overview'],
    also: 'each secret with its Value and its Secret ID',
  },
  'add-a-client-secret': {
    party: 'admin-center',
    path: 'app-registrations/secrets/new',
    heading: 'Add a client secret',
    fields: [
      { label: 'Description', holds: 'text' },
      {
        label: 'Expires',
        holds: 'choice',
        options: ['180 days', '90 days', '365 days', '545 days', '730 days'],
      },
    ],
    buttons: ['Add', 'Cancel'],
  },
})

export type ScreenId = keyof typeof screens
