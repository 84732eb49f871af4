import { assign, setup } from 'xstate'
import {
  defineFlow,
  type EventSpec,
  type FlowTypes,
  refused,
  refuses,
  SIGNED_IN,
  type StateMeta,
  to,
} from './flow.ts'

const events = {
  'activate-account': { label: 'Activate the account', at: 'mail', needs: ['mailbox'] },
  'log-in': { label: 'Log in and set up a second factor', at: 'screen', needs: ['authenticator-app'] },
  'register-entra-app': {
    label: 'Register the app in Entra, with the documented redirect address',
    at: 'admin-center',
    needs: ['admin-center'],
  },
  'register-entra-app.blank-redirect': {
    label: 'Register the app in Entra, without a redirect address',
    at: 'admin-center',
    needs: ['admin-center'],
  },
  'configure-sso-entra': { label: 'Configure SSO with the client ID of the app', at: 'screen' },
  'add-users': { label: 'Add a user', at: 'screen', needs: ['mailbox'] },
  'log-in-sso': {
    label: 'The added user logs in by SSO',
    at: 'provider',
    needs: ['mailbox', 'identity-provider'],
  },
  'log-in-sso.not-added': {
    label: 'Someone who was not added logs in by SSO',
    at: 'provider',
    needs: ['identity-provider'],
  },
  'correct-redirect': {
    label: 'Add the redirect address to the app',
    at: 'admin-center',
    needs: ['admin-center'],
  },
} satisfies Record<string, EventSpec>

const wrongRedirect = { standard: 'Entra error AADSTS50011; RFC 6749 section 3.1.2.4' }

const page = (screen: StateMeta['screen']) => ({ tags: SIGNED_IN, meta: { screen } }) as const

const machine = setup({
  types: {} as FlowTypes<keyof typeof events, 'invited', { redirect: 'none' | 'blank' | 'documented' }>,
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
      ...page('app-overview'),
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
      meta: { screen: 'provider-login' },
      on: {
        'correct-redirect': {
          target: 'userAdded',
          actions: assign({ redirect: 'documented' }),
          meta: { inferred: 'the mistake is mended where it was made, in the registration of the app' },
        },
      },
    },
    userSignedIn: { ...page('dashboard'), type: 'final' },
  },
})

/** The journey through the flows in their order; each of its events is a flow walked from beginning to end. */
export const onboarding = defineFlow({
  id: 'onboarding',
  title: 'The whole journey',
  steps: {},
  sentences: {
    'activate-first': 'The account is activated by the link in the invitation.',
    'then-log-in': 'Once the password is set, one logs in with it.',
    'register-before-configuring': 'SSO with Entra ID needs an app that is registered there.',
    'then-configure': 'Once the first login is done, the MSP can configure SSO.',
    'then-add-users': 'After logging in, the MSP can add users and give them roles.',
    'added-to-both': 'Only those log in by SSO whose account is at the provider and was added to 1Secure.',
  },
  givens: { invited: 'An invitation has just arrived' },
  events,
  notModelled: {},
  gaps: [
    {
      id: 'order-of-the-page',
      title: 'The order of the page is not the order of the work',
      text: 'The page explains SSO login first, then its configuration, and last the registration of the app that the configuration needs. The journey puts them in the order in which they are done.',
    },
  ],
  machine,
})
