import type { Act, Roles } from '../model/roles.ts'
import type { ScreenId } from './screens.ts'

const choosePassword: Act<ScreenId> = {
  screen: 'change-your-password',
  fill: { 'New password': 'chosen', 'Re-enter new password': 'same' },
  press: 'Reset Password',
}

const enterEmail = (symbol: string): Act<ScreenId> => ({
  screen: 'email-address',
  fill: { 'Email address': symbol },
  press: 'Continue',
})

const enterCode =
  (screen: ScreenId) =>
  (symbol: string): Act<ScreenId> => ({
    screen,
    fill: { 'Enter one time code': symbol },
    press: 'Continue',
  })

const openConfiguration: Act<ScreenId> = { screen: 'dashboard', press: 'Configuration' }

/** How 1Secure does what the standards talk about. */
export const roles: Roles<ScreenId> = {
  session: {
    protectedPage: 'dashboard',
    logOut: { screen: 'dashboard', press: 'Log out' },
    entrance: 'login-page',
  },
  login: {
    withoutFactor: { flow: 'log-in', given: 'activated' },
    start: { screen: 'login-page', press: 'Log In' },
    emailForm: 'email-address',
    enterEmail,
    passwordForm: 'enter-your-password',
    enterPassword: (symbol) => ({
      screen: 'enter-your-password',
      fill: { Password: symbol },
      press: 'Continue',
    }),
  },
  codes: {
    holder: { flow: 'log-in', given: 'authenticator-app' },
    codeForm: 'verify-your-identity',
    enterCode: enterCode('verify-your-identity'),
    methods: 'keep-your-account-safe',
    chooseApp: { screen: 'keep-your-account-safe', press: 'Google Authenticator or Similar' },
    enrolment: 'secure-your-account',
    enterFirstCode: enterCode('secure-your-account'),
  },
  keys: {
    holder: { flow: 'log-in', given: 'security-key' },
    prompt: 'verify-with-security-key',
    useKey: { screen: 'verify-with-security-key', press: 'Use security key' },
    methods: 'keep-your-account-safe',
    chooseKey: { screen: 'keep-your-account-safe', press: 'Security Key' },
    registration: 'adding-your-security-key',
    registerKey: { screen: 'adding-your-security-key', press: 'Use security key' },
    naming: {
      form: 'name-your-security-key',
      name: { screen: 'name-your-security-key', fill: { 'Security key name': 'any' }, press: 'Continue' },
    },
  },
  activation: {
    invited: { flow: 'activate-account', given: 'invited' },
    openLink: { screen: 'invitation-mail', at: 'mail', press: 'Activate my Netwrix account' },
    passwordForm: 'change-your-password',
    choosePassword,
    done: 'account-activated',
    expired: 'link-expired',
    renew: { screen: 'link-expired', press: 'Request a new activation link' },
    invalid: 'invalid-link',
  },
  reset: {
    start: { screen: 'enter-your-password', press: 'Forgot password' },
    emailForm: 'forgot-your-password',
    ask: (symbol) => ({
      screen: 'forgot-your-password',
      fill: { 'Email address': symbol },
      press: 'Continue',
    }),
    sent: 'check-your-email',
    resend: { screen: 'check-your-email', press: 'Resend email' },
    openLink: { screen: 'reset-mail', at: 'mail', press: 'password reset link' },
    passwordForm: 'change-your-password',
    choosePassword,
    done: 'password-changed',
    invalid: 'invalid-link',
  },
  administration: {
    administrator: { flow: 'add-users', given: 'administrator' },
    viewer: { flow: 'add-users', given: 'viewer' },
    open: [openConfiguration, { screen: 'managed-organizations', press: 'Users' }],
    list: 'users',
    startAdding: { screen: 'users', press: 'Add Users' },
    add: (role) => ({ screen: 'add-users', fill: { 'Email addresses': 'new', Role: role }, press: 'Add' }),
    emailField: { label: 'Email addresses' },
    ranks: [{ label: 'Viewer' }, { label: 'Editor' }, { label: 'Administrator' }],
    mayNot: [{ label: 'Viewer' }, { label: 'Editor' }],
    resend: { screen: 'users', press: 'Resend Invite' },
  },
  sso: {
    signedIn: { flow: 'log-in-sso', given: 'signed-in' },
    goToProvider: enterEmail('registered'),
    openLink: { screen: 'sso-invitation-mail', at: 'mail', press: 'Access 1Secure' },
  },
  ssoSettings: {
    administrator: { flow: 'configure-sso-oidc', given: 'administrator' },
    mayNot: [{ label: 'Viewer' }, { label: 'Editor' }],
    open: [
      openConfiguration,
      { screen: 'managed-organizations', press: 'My organization' },
      { screen: 'my-organization', press: 'Edit Settings' },
    ],
    openIdConnect: {
      choose: { screen: 'authentication-settings', fill: { Method: 'OpenID Connect' } },
      form: 'authentication-settings-openid-connect',
      fill: (discoveryUrl) => ({
        screen: 'authentication-settings-openid-connect',
        fill: { 'Client ID': 'registered', 'Discovery url': discoveryUrl },
      }),
      save: { screen: 'authentication-settings-openid-connect', press: 'Save' },
      cancel: { screen: 'authentication-settings-openid-connect', press: 'Cancel' },
    },
    entra: {
      choose: { screen: 'authentication-settings', fill: { Method: 'Entra ID' } },
      form: 'authentication-settings-entra-id',
      fill: () => ({ screen: 'authentication-settings-entra-id', fill: { 'Client ID': 'registered' } }),
      save: { screen: 'authentication-settings-entra-id', press: 'Save' },
      cancel: { screen: 'authentication-settings-entra-id', press: 'Cancel' },
    },
    back: {
      choose: { screen: 'authentication-settings', fill: { Method: '1Secure Authentication' } },
      form: 'authentication-settings',
      save: { screen: 'authentication-settings', press: 'Save' },
    },
    saved: 'my-organization',
  },
}
