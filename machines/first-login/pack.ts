import { definePack } from '../model/pack.ts'
import { activateAccount } from './activate-account.ts'
import { addUsers } from './add-users.ts'
import { configureSsoEntra } from './configure-sso-entra.ts'
import { configureSsoOidc } from './configure-sso-oidc.ts'
import { logIn } from './log-in.ts'
import { logInSso } from './log-in-sso.ts'
import { messages } from './messages.ts'
import { onboarding } from './onboarding.ts'
import { registerEntraApp } from './register-entra-app.ts'
import { resetPassword } from './reset-password.ts'
import { roles } from './roles.ts'
import { screens } from './screens.ts'
import { documentedRedirect, values } from './values.ts'

/** “First Login to 1Secure”: every documented procedure in the order of the page, the adding of users, and the journey through them. */
export const firstLogin = definePack({
  id: 'first-login',
  title: 'First Login to 1Secure',
  product: '1Secure',
  about: 'How an account is activated, secured with a second factor, and connected to single sign-on.',
  screens,
  flows: [
    activateAccount,
    logIn,
    resetPassword,
    logInSso,
    configureSsoEntra,
    configureSsoOidc,
    registerEntraApp,
    addUsers,
    onboarding,
  ],
  groups: [
    { title: 'Get in', flows: ['activate-account', 'log-in', 'reset-password'] },
    {
      title: 'Single sign-on',
      flows: ['log-in-sso', 'configure-sso-entra', 'configure-sso-oidc', 'register-entra-app'],
    },
    { title: 'People', flows: ['add-users'] },
    { title: 'From start to finish', flows: ['onboarding'] },
  ],
  addresses: {
    'login-page': 'login-page',
    dashboard: 'dashboard',
    'admin-center': 'entra-sign-in',
  },
  entrance: 'login-page',
  protectedPage: 'dashboard',
  values,
  participants: {
    colleague: { name: 'colleague', password: 'providerPassword' },
    stranger: { name: 'stranger', password: 'strangerPassword' },
    'cloud-administrator': { name: 'administrator', password: 'administratorPassword', sharesBrowser: true },
  },
  mailFrom: 'noreply-account@netwrix.com',
  hosts: {
    product: 'larkspur.1secure.example',
    provider: 'login.provider.example',
    'admin-center': 'entra.provider.example',
  },
  sample: {
    email: 'new.administrator@example.com',
    password: 'nine loud doors shut',
    strong: 'eleven quiet windows',
    weak: 'tooshort1',
    notes: {
      clientId: '5f2b7c1e-8d34-4f6a-9b1d-2c7e9a0d4b61',
      clientSecret: 'a-secret-of-the-app',
      tenantId: '0f6d1c5e-3b7a-4a5c-9f3e-7d2b8c4a1e90',
      discoveryUrl: 'https://login.example.com/.well-known/openid-configuration',
      otherIssuerUrl: 'https://login.example.com/.well-known/openid-configuration?issuer=other',
      deadUrl: 'https://nowhere.example.com/.well-known/openid-configuration',
      redirectUri: documentedRedirect,
      colleague: 'colleague@example.com',
      stranger: 'stranger@example.com',
      strangerPassword: 'six green lanterns',
      providerUser: 'new.administrator@example.com',
      providerPassword: 'four tall ships',
      administrator: 'cloud.administrator@example.com',
      administratorPassword: 'four tall ships',
    },
  },
  messages,
  roles,
})
