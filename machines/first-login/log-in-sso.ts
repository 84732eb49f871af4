import { assign, setup } from 'xstate'
import type { EventSpec } from '../model/event.ts'
import { defineFlow, type FlowTypes, GOAL, SIGNED_IN } from '../model/flow.ts'
import { refused, refuses, to } from '../model/origin.ts'
import { type ScreenId, screens } from './screens.ts'

const provider = { at: 'provider', needs: ['identity-provider'] } as const
const signIn = (Email: string, Password: string) => ({
  ...provider,
  fill: { Email, Password },
  press: 'Sign in',
})

/** Nobody is forced to sign in, or to let the app read anything. */
const declined = 'OpenID Connect Core 1.0 section 3.1.2.6: the person may say no at the provider'

const events = {
  'open-access': {
    label: 'Click Access 1Secure in the mail',
    at: 'mail',
    press: 'Access 1Secure',
    needs: ['mailbox'],
  },
  'open-tenant-link': { label: 'Open the login page by its address', at: 'screen', goTo: 'login-page' },
  'log-in': { label: 'Click Log In', at: 'screen', press: 'Log In' },
  'email.registered': {
    label: 'Enter the address of the account',
    at: 'screen',
    fill: { 'Email address': 'registered' },
    press: 'Continue',
    does: async (controls, described) => {
      await described()
      // Logging out is not documented, and may have ended the session at the provider too.
      if (controls.timesDone('log-out') === 0 || controls.demandsSignIn()) return
      if (!(await controls.isAskedAtProvider())) return
      controls.note('logging out has ended the session at the provider, too')
      await controls.signInAtProvider(await controls.credentials())
    },
  },
  'provider.right': { label: 'Sign in at the provider', ...signIn('registered', 'right') },
  'provider.wrong-password': {
    label: 'Enter a wrong password at the provider',
    ...signIn('registered', 'wrong'),
  },
  'provider.unknown-user': {
    label: 'Sign in as someone the provider does not know',
    ...signIn('unknown', 'wrong'),
  },
  'provider.cancelled': { label: 'Cancel at the provider', ...provider, press: 'Cancel' },
  'consent.accept': { label: 'Accept what the app asks for', ...provider, press: 'Accept' },
  'consent.decline': { label: 'Decline what the app asks for', ...provider, press: 'Cancel' },
  'log-out': { label: 'Log out', at: 'screen', press: 'Log out' },
} satisfies Record<string, EventSpec<ScreenId>>

type Given = 'signed-out' | 'signed-in' | 'consent-missing' | 'not-added'

/** Who someone is at the provider. It remembers people once they have signed in, even if the product refuses them. */
type AtProvider = Given | 'not-added-signed-in' | 'consent-missing-signed-in'

const machine = setup({
  types: {} as FlowTypes<typeof screens, keyof typeof events, Given, { atProvider: AtProvider }>,
  guards: {
    signedIn: ({ context }) => context.atProvider === 'signed-in',
    consentMissing: ({ context }) => context.atProvider === 'consent-missing',
    notAdded: ({ context }) => context.atProvider === 'not-added',
    added: ({ context }) => !context.atProvider.startsWith('not-added'),
    refusedBefore: ({ context }) => context.atProvider === 'not-added-signed-in',
    declinedBefore: ({ context }) => context.atProvider === 'consent-missing-signed-in',
  },
}).createMachine({
  id: 'log-in-sso',
  context: ({ input }) => ({ atProvider: input.given }),
  initial: 'mail',
  states: {
    mail: {
      meta: { screen: 'sso-invitation-mail' },
      on: {
        'open-access': { guard: 'added', ...to('loginPage', { step: 'log-in-sso.1' }) },
        'open-tenant-link': {
          guard: 'notAdded',
          ...to('loginPage', { inferred: 'someone who was not added gets no invitation' }),
        },
      },
    },
    loginPage: {
      meta: { screen: 'login-page' },
      on: { 'log-in': to('emailAddress', { step: 'log-in-sso.2' }) },
    },
    emailAddress: {
      meta: { screen: 'email-address' },
      on: {
        'email.registered': [
          { guard: 'signedIn', target: 'dashboard', meta: { step: 'log-in-sso.3' } },
          {
            guard: 'refusedBefore',
            target: 'loginPage',
            meta: refused({ sentence: 'added-to-both' }, 'not been added'),
          },
          {
            guard: 'declinedBefore',
            target: 'consent',
            meta: { inferred: 'the provider asks again for what was declined' },
          },
          to('providerLogin', { step: 'log-in-sso.3' }),
        ],
      },
    },
    providerLogin: {
      meta: { screen: 'provider-login' },
      on: {
        'provider.right': [
          {
            guard: 'notAdded',
            target: 'loginPage',
            actions: assign({ atProvider: 'not-added-signed-in' }),
            meta: refused({ sentence: 'added-to-both' }, 'not been added'),
          },
          {
            guard: 'consentMissing',
            target: 'consent',
            actions: assign({ atProvider: 'consent-missing-signed-in' }),
            meta: { inferred: 'elsewhere the vendor mentions the prompt at the first login by SSO' },
          },
          {
            target: 'dashboard',
            actions: assign({ atProvider: 'signed-in' }),
            meta: { step: 'log-in-sso.3' },
          },
        ],
        'provider.wrong-password': refuses(
          { inferred: 'the provider asks for a proof of who it is' },
          'password',
        ),
        'provider.unknown-user': refuses({ sentence: 'added-to-both' }, 'account'),
        'provider.cancelled': to('loginPage', refused({ standard: declined }, 'cancelled')),
      },
    },
    consent: {
      meta: { screen: 'provider-consent' },
      on: {
        'consent.accept': {
          target: 'dashboard',
          actions: assign({ atProvider: 'signed-in' }),
          meta: { inferred: 'elsewhere the vendor says to accept' },
        },
        'consent.decline': to('loginPage', refused({ standard: declined }, 'declined')),
      },
    },
    dashboard: {
      meta: { screen: 'dashboard' },
      tags: [SIGNED_IN, GOAL],
      on: {
        'log-out': to('loginPage', {
          standard: 'ASVS 5.0 7.4.1: people can end their session; the one at the provider stays',
        }),
      },
    },
  },
})

export const logInSso = defineFlow(screens, {
  id: 'log-in-sso',
  title: 'Log in through single sign-on',
  next: null,
  steps: {
    1: 'Click Access 1Secure in the invitation mail',
    2: 'Click Log In',
    3: 'Enter the registered e-mail address and continue; sign in at the provider if you are not signed in there',
  },
  sentences: {
    'added-to-both':
      'A person can log in through SSO only if their account exists at the provider and was added to 1Secure.',
  },
  givens: {
    'signed-out': 'Added to 1Secure, signed out at the provider',
    'signed-in': 'Added to 1Secure, signed in at the provider',
    'consent-missing': 'Added to 1Secure, and no one has consented to the app yet',
    'not-added': 'At the provider, but not added to 1Secure',
  },
  signedInAtProvider: ['signed-in'],
  events,
  notModelled: {},
  gaps: [
    {
      id: 'provider-error',
      step: 'log-in-sso.3',
      title: 'What happens when the provider says no',
      text: 'The step covers two cases: signed in and signed out at the provider. It leaves out cancelling there, refusing consent, and an account that was never added. The model shows the login page with the reason in words.',
    },
    {
      id: 'log-out-of-what',
      title: 'Logging out is not documented',
      text: 'The page does not say whether logging out of 1Secure also ends the session at the provider. In the model it continues, so the next login through SSO asks for nothing.',
    },
  ],
  machine,
})
