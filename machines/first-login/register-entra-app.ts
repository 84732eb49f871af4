import { setup } from 'xstate'
import type { EventSpec } from '../model/event.ts'
import { defineFlow, type FlowTypes, GOAL } from '../model/flow.ts'
import { refuses, to } from '../model/origin.ts'
import { type ScreenId, screens } from './screens.ts'

const here = { at: 'admin-center', needs: ['admin-center'] } as const
const redirect = (value: string) => ({ ...here, fill: { 'Redirect URI (optional)': value } })

const events = {
  'sign-in': {
    label: 'Sign in to the admin center',
    ...here,
    goTo: 'admin-center',
    fill: { Email: 'registered', Password: 'right' },
    press: 'Sign in',
  },
  'open-app-registrations': {
    label: 'Go to Identity, Applications, App registrations',
    ...here,
    press: 'App registrations',
  },
  'new-registration': { label: 'Click New registration', ...here, press: 'New registration' },
  name: { label: 'Enter a name', ...here, fill: { Name: 'any' } },
  'account-types.this-directory': {
    label: 'Choose this organizational directory only',
    ...here,
    fill: { 'Supported account types': 'Accounts in this organizational directory only' },
  },
  'platform.web': { label: 'Choose the platform Web', ...here, fill: { Platform: 'Web' } },
  'redirect.documented': { label: 'Enter the documented redirect address', ...redirect('documented') },
  'redirect.other': { label: 'Enter another redirect address', ...redirect('other') },
  'redirect.http': { label: 'Enter a redirect address without https', ...redirect('http') },
  register: { label: 'Click Register', ...here, press: 'Register' },
  'open-secrets': { label: 'Open Certificates & secrets', ...here, press: 'Certificates & secrets' },
  'new-secret': { label: 'Click New client secret', ...here, press: 'New client secret' },
  'add-secret': {
    label: 'Click Add',
    ...here,
    press: 'Add',
    keeps: { clientSecret: { column: 'Value' } },
  },
  'leave-secrets': { label: 'Go back to Overview', ...here, press: 'Overview' },
} satisfies Record<string, EventSpec<ScreenId>>

const form = { meta: { screen: 'register-an-application' } } as const
const step4 = { step: 'register-entra-app.4' } as const
const secretPage = 'the client secret is made on a page of its own'

const httpsOnly = { standard: 'Entra, redirect URI restrictions: https only, http for localhost' }

/** What can be typed as redirect address; one that was refused can be corrected. */
const redirects = {
  'redirect.documented': to('filled', step4),
  'redirect.other': to('filledOtherwise', {
    inferred: 'Entra takes any https address; it is the later login that fails',
  }),
  'redirect.http': to('filledHttp', httpsOnly),
}

const machine = setup({
  types: {} as FlowTypes<typeof screens, keyof typeof events, 'cloud-administrator'>,
}).createMachine({
  id: 'register-entra-app',
  initial: 'signIn',
  states: {
    signIn: {
      meta: { screen: 'entra-sign-in' },
      on: { 'sign-in': to('adminCenter', { step: 'register-entra-app.1' }) },
    },
    adminCenter: {
      meta: { screen: 'entra-admin-center' },
      on: {
        'open-app-registrations': to('appRegistrations', { step: 'register-entra-app.2' }),
      },
    },
    appRegistrations: {
      meta: { screen: 'app-registrations' },
      on: { 'new-registration': to('blank', { step: 'register-entra-app.3' }) },
    },
    blank: {
      ...form,
      on: {
        name: to('named', step4),
        register: refuses({ inferred: 'the name is required' }, 'name'),
      },
    },
    named: { ...form, on: { 'account-types.this-directory': to('typed', step4) } },
    typed: {
      ...form,
      on: {
        'platform.web': to('onPlatform', step4),
        register: to('overviewWithoutRedirect', {
          inferred: 'another page of the vendor says that the redirect address can be left blank',
        }),
      },
    },
    onPlatform: { ...form, on: redirects },
    filled: { ...form, on: { register: to('overview', { step: 'register-entra-app.5' }) } },
    filledOtherwise: {
      ...form,
      on: {
        register: to('overviewWithOtherRedirect', {
          inferred: 'Entra takes any https address; it is the later login that fails',
        }),
      },
    },
    filledHttp: { ...form, on: { ...redirects, register: refuses(httpsOnly, 'https') } },
    overview: {
      meta: { screen: 'app-overview' },
      tags: GOAL,
      on: { 'open-secrets': to('secrets', { sentence: 'client-secret' }) },
    },
    overviewWithoutRedirect: {
      meta: { screen: 'app-overview' },
      on: { 'open-secrets': to('secrets', { sentence: 'client-secret' }) },
    },
    overviewWithOtherRedirect: { meta: { screen: 'app-overview' }, type: 'final' },
    secrets: {
      meta: { screen: 'certificates-and-secrets' },
      on: {
        'new-secret': to('addSecret', { sentence: 'client-secret' }),
        'leave-secrets': to('overview', { inferred: 'the page can be left without making a secret' }),
      },
    },
    addSecret: {
      meta: { screen: 'add-a-client-secret' },
      on: {
        'add-secret': to('secretShown', { sentence: 'client-secret', shows: 'Value' }),
      },
    },
    secretShown: {
      meta: { screen: 'certificates-and-secrets' },
      on: { 'leave-secrets': to('overviewAfterwards', { inferred: secretPage }) },
    },
    overviewAfterwards: {
      meta: { screen: 'app-overview' },
      on: {
        'open-secrets': to('secretHidden', {
          inferred: 'Entra shows the value once; without a copy, a new secret is needed',
        }),
      },
    },
    secretHidden: { meta: { screen: 'certificates-and-secrets', hides: 'clientSecret' }, type: 'final' },
  },
})

export const registerEntraApp = defineFlow(screens, {
  id: 'register-entra-app',
  title: 'Register an app in Microsoft Entra ID',
  next: 'configure-sso-entra',
  steps: {
    1: 'Sign in to the Microsoft Entra admin center',
    2: 'Go to Identity, Applications, App registrations',
    3: 'Click New registration',
    4: 'Fill in name, account types, platform and redirect address',
    5: 'Click Register',
  },
  sentences: {
    'client-secret': 'You create a client secret on its own page; you need its value later.',
    'keep-the-values': 'Keep client ID, tenant ID and client secret for the configuration.',
  },
  givens: { 'cloud-administrator': 'An account that may register apps in the directory' },
  events,
  called: {
    blank: 'nothing typed',
    named: 'with a name',
    typed: 'with an account type',
    onPlatform: 'with a platform',
    filled: 'with the redirect address',
    filledOtherwise: 'with another address',
    filledHttp: 'with an address without https',
    overview: 'the documented redirect address',
    overviewWithoutRedirect: 'no redirect address',
    overviewWithOtherRedirect: 'another redirect address',
    secrets: 'no secret yet',
    secretShown: 'the secret is shown',
    overviewAfterwards: 'after making a secret',
    secretHidden: 'the secret is hidden',
  },
  notModelled: {
    'keep-the-values': 'A person does this for later. The admin center cannot tell whether it was done.',
  },
  gaps: [
    {
      id: 'blank-redirect',
      step: 'register-entra-app.4',
      title: 'May the redirect address be blank?',
      text: 'This page gives an address. Another registration page of the vendor says that you can leave it blank. Login through an app without the address fails: AADSTS50011.',
    },
    {
      id: 'id-tokens-off',
      step: 'register-entra-app.5',
      title: 'ID tokens are off by default',
      text: 'A connection that uses the client ID alone needs ID tokens issued through the browser. A new registration does not allow them, and the page does not say to allow them: AADSTS700054.',
    },
    {
      id: 'names-have-moved',
      step: 'register-entra-app.2',
      title: 'The admin center has changed its names',
      text: '“Identity, Applications” is called “Entra ID, App registrations” today; “Redirect URL” is “Redirect URI”; the texts of the account types have changed. The bundled admin center shows the documented path.',
    },
  ],
  alike: [
    {
      states: ['overview', 'overviewWithOtherRedirect', 'overviewWithoutRedirect'],
      why: 'the redirect address shows its effect only when someone logs in through the app: see the journey',
    },
    {
      states: ['overviewAfterwards', 'overviewWithOtherRedirect'],
      why: 'an app with another redirect address is not followed any further',
    },
  ],
  machine,
})
