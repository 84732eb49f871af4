import { assign, setup } from 'xstate'
import type { EventSpec } from '../model/event.ts'
import { defineFlow, type FlowTypes, GOAL, SIGNED_IN } from '../model/flow.ts'
import { refused, refuses, to } from '../model/origin.ts'
import { legs } from './legs.ts'
import { type ScreenId, screens } from './screens.ts'

const REDIRECT = 'Redirect URI (optional)'
const registered = { press: 'Register', shown: 'app-overview' }
const wrongRedirectSeen = { refusal: 'AADSTS50011' }

const events = {
  'activate-account': {
    label: 'Activate the account',
    at: 'mail',
    leg: legs.activate,
    seen: [{ press: 'Reset Password', shown: 'account-activated' }],
    needs: ['mailbox'],
  },
  'log-in': {
    label: 'Log in and set up a second factor',
    at: 'screen',
    leg: legs.logIn,
    seen: [{ shown: 'dashboard' }],
    needs: ['authenticator-app'],
  },
  'register-entra-app': {
    label: 'Register the app in Entra, with the documented redirect address',
    at: 'admin-center',
    as: 'cloud-administrator',
    leg: legs.register,
    seen: [{ ...registered, fields: { [REDIRECT]: 'documented' } }],
    needs: ['admin-center'],
  },
  'register-entra-app.blank-redirect': {
    label: 'Register the app in Entra, without a redirect address',
    at: 'admin-center',
    as: 'cloud-administrator',
    leg: legs.registerWithoutRedirect,
    seen: [{ ...registered, fields: { [REDIRECT]: 'empty' } }],
    needs: ['admin-center'],
  },
  'configure-sso-entra': {
    label: 'Configure SSO with the client ID of the app',
    at: 'screen',
    leg: legs.configure,
    seen: [{ press: 'Save', shown: 'my-organization' }],
  },
  'add-users': {
    label: 'Add a user',
    at: 'screen',
    leg: legs.addUser,
    seen: [{ press: 'Add', on: 'add-users', shown: 'users' }],
    needs: ['mailbox'],
  },
  'log-in-sso': {
    label: 'The added user logs in by SSO',
    at: 'provider',
    as: 'colleague',
    leg: legs.logInBySso,
    seen: [{ returned: true, shown: 'dashboard' }, wrongRedirectSeen],
    needs: ['mailbox', 'identity-provider'],
  },
  'log-in-sso.not-added': {
    label: 'Let someone log in by SSO who was not added',
    at: 'provider',
    as: 'stranger',
    leg: legs.logInUninvited,
    seen: [{ returned: true, message: true }, wrongRedirectSeen],
    needs: ['identity-provider'],
  },
  'correct-redirect': {
    label: 'Add the redirect address to the app',
    at: 'admin-center',
    as: 'cloud-administrator',
    seen: [{ press: 'Save', on: 'app-authentication', fields: { 'Redirect URIs': 'documented' } }],
    does: async (controls) => {
      const admin = await controls.as('cloud-administrator')
      const redirect = { label: 'Redirect URIs', holds: 'redirect-uri' }
      await admin.press('Authentication')
      await admin.fill(redirect, await admin.value(redirect, 'documented'))
      await admin.press('Save')
    },
    needs: ['admin-center'],
  },
} satisfies Record<string, EventSpec<ScreenId>>

const wrongRedirect = {
  standard: 'Entra error AADSTS50011; RFC 6749 section 3.1.2.4: the answer goes to registered addresses only',
}

const page = (screen: ScreenId) => ({ tags: SIGNED_IN, meta: { screen } }) as const

const machine = setup({
  types: {} as FlowTypes<
    typeof screens,
    keyof typeof events,
    'invited',
    { redirect: 'none' | 'blank' | 'documented' }
  >,
  guards: { redirectBlank: ({ context }) => context.redirect === 'blank' },
}).createMachine({
  id: 'onboarding',
  context: { redirect: 'none' },
  initial: 'invited',
  states: {
    invited: {
      meta: { screen: 'invitation-mail' },
      on: { 'activate-account': to('activated', { sentence: 'activate-first' }) },
    },
    activated: {
      meta: { screen: 'account-activated' },
      on: { 'log-in': to('signedIn', { sentence: 'then-log-in' }) },
    },
    signedIn: {
      ...page('dashboard'),
      on: {
        'register-entra-app': {
          target: 'appRegistered',
          actions: assign({ redirect: 'documented' }),
          meta: { sentence: 'register-before-configuring' },
        },
        'register-entra-app.blank-redirect': {
          target: 'appRegistered',
          actions: assign({ redirect: 'blank' }),
          meta: { inferred: 'another page of the vendor says that the redirect address can be left blank' },
        },
      },
    },
    appRegistered: {
      tags: SIGNED_IN,
      meta: { screen: 'app-overview', of: 'cloud-administrator' },
      on: { 'configure-sso-entra': to('ssoConfigured', { sentence: 'then-configure' }) },
    },
    ssoConfigured: {
      ...page('my-organization'),
      on: {
        'add-users': to('userAdded', { sentence: 'then-add-users' }),
        'log-in-sso.not-added': [
          { guard: 'redirectBlank', ...refuses(wrongRedirect, 'AADSTS50011') },
          refuses({ sentence: 'added-to-both' }, 'not been added'),
        ],
      },
    },
    userAdded: {
      ...page('users'),
      on: {
        'log-in-sso': [
          {
            guard: 'redirectBlank',
            target: 'redirectRefused',
            meta: refused(wrongRedirect, 'AADSTS50011'),
          },
          to('userSignedIn', { sentence: 'added-to-both' }),
        ],
      },
    },
    redirectRefused: {
      meta: { screen: 'provider-refusal', of: 'colleague' },
      on: {
        'correct-redirect': {
          target: 'userAdded',
          actions: assign({ redirect: 'documented' }),
          meta: { inferred: 'the mistake is mended where it was made, in the registration of the app' },
        },
      },
    },
    userSignedIn: {
      tags: [SIGNED_IN, GOAL],
      meta: { screen: 'dashboard', of: 'colleague' },
      type: 'final',
    },
  },
})

/** The journey through the flows in their order; each of its events is a flow walked from beginning to end. */
export const onboarding = defineFlow(screens, {
  id: 'onboarding',
  title: 'The whole journey',
  steps: {},
  sentences: {
    'activate-first': 'The account is activated by the link in the invitation.',
    'then-log-in': 'Once the password is set, you log in with it.',
    'register-before-configuring': 'SSO with Entra ID needs an app that is registered there.',
    'then-configure': 'Once the first login is done, the MSP can configure SSO.',
    'then-add-users': 'After logging in, the MSP can add users and give them roles.',
    'added-to-both':
      'A person can log in through SSO only if their account exists at the provider and was added to 1Secure.',
  },
  givens: { invited: 'An invitation has just arrived' },
  events,
  called: {
    signedIn: 'of the first Administrator',
    userSignedIn: 'of the added user',
  },
  evidence: [
    { on: 'dashboard', press: 'Configuration' },
    { on: 'managed-organizations', press: 'Users' },
  ],
  notModelled: {},
  gaps: [
    {
      id: 'order-of-the-page',
      title: 'The order of the page is not the order of the work',
      text: 'The page explains SSO login first, then its configuration, and last the registration of the app that the configuration needs. The journey puts them in the order in which you do them.',
    },
  ],
  machine,
})
