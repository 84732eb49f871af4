import { setup } from 'xstate'
import type { EventSpec } from '../model/event.ts'
import { defineFlow, type FlowTypes, SIGNED_IN } from '../model/flow.ts'
import { refused, refuses, to } from '../model/origin.ts'
import { type ScreenId, screens } from './screens.ts'
import {
  type SsoGiven,
  ssoEvidence,
  ssoGivens,
  ssoSettingsEvents,
  ssoSettingsStates,
} from './sso-settings.ts'

const events = {
  ...ssoSettingsEvents,
  'choose.entra-id': { label: 'Choose Entra ID', at: 'screen', fill: { Method: 'Entra ID' } },
  'client-id.right': {
    label: 'Enter the client ID of the registered app',
    at: 'screen',
    fill: { 'Client ID': 'registered' },
  },
  'client-id.malformed': {
    label: 'Enter something that is not a client ID',
    at: 'screen',
    fill: { 'Client ID': 'malformed' },
  },
} satisfies Record<string, EventSpec<ScreenId>>

const entraPane = { tags: SIGNED_IN, meta: { screen: 'authentication-settings-entra-id' } } as const
const around = ssoSettingsStates('configure-sso-entra', 'choose.entra-id', 'blank')

const machine = setup({
  types: {} as FlowTypes<typeof screens, keyof typeof events, SsoGiven, { given: SsoGiven }>,
  guards: { administrator: ({ context }) => context.given === 'administrator' },
}).createMachine({
  id: 'configure-sso-entra',
  context: ({ input }) => input,
  initial: 'dashboard',
  states: {
    ...around,
    paneOfConfigured: { ...around.paneOfConfigured, meta: entraPane.meta },
    blank: {
      ...entraPane,
      on: {
        'client-id.right': to('filled', { step: 'configure-sso-entra.5' }),
        'client-id.malformed': to('malformed', {
          inferred: 'a client ID in Entra is a GUID; a typing error is likely',
        }),
        save: refuses({ inferred: 'the field is required' }, 'Client ID'),
      },
    },
    malformed: {
      ...entraPane,
      on: {
        save: to('blank', refused({ inferred: 'a client ID in Entra is a GUID' }, 'GUID')),
      },
    },
    filled: {
      ...entraPane,
      on: { save: to('configured', { step: 'configure-sso-entra.6' }) },
    },
  },
})

export const configureSsoEntra = defineFlow(screens, {
  id: 'configure-sso-entra',
  title: 'Configure SSO with Microsoft Entra ID',
  next: 'log-in-sso',
  steps: {
    1: 'Click Configuration in the top bar',
    2: 'Click My organization in the left pane',
    3: 'Click Edit Settings in the Authentication section',
    4: 'Choose Entra ID as the method',
    5: 'Enter the client ID of the registered app',
    6: 'Click Save',
  },
  sentences: {
    'off-at-first': 'SSO is off at first: 1Secure Authentication applies, which requires a second factor.',
    'three-methods': 'Users log in by Entra ID, 1Secure Authentication or OpenID Connect.',
  },
  givens: ssoGivens,
  events,
  called: {
    pane: 'nothing chosen',
    configured: 'SSO is configured',
    paneOfConfigured: 'SSO is configured',
    paneOfDefault: 'back to the default',
    myOrganization: 'SSO is off',
    blank: 'nothing typed',
    malformed: 'no Client ID',
    filled: 'filled in',
  },
  evidence: ssoEvidence,
  notModelled: {
    'off-at-first': 'Covered by the given: every walk begins with 1Secure Authentication.',
    'three-methods':
      'Covered by the choices of Method: this flow, the one for OpenID Connect, and the way back.',
  },
  gaps: [
    {
      id: 'client-id-alone',
      step: 'configure-sso-entra.5',
      title: 'Three values are required, one is asked for',
      text: 'The page says that client ID, tenant ID and client secret are required, but the procedure asks for the client ID only. The model follows the steps. With the client ID alone, Entra can return only an ID token through the browser, and an app registration does not allow that by default (AADSTS700054).',
    },
    {
      id: 'no-way-back',
      title: 'No way back to 1Secure Authentication',
      text: 'No procedure says how to switch SSO off again. In the model, you choose 1Secure Authentication in the same pane and save.',
    },
    {
      id: 'who-may',
      step: 'configure-sso-entra.2',
      title: 'The page does not say which role may do this',
      text: 'Another page says it: only Administrators can open My organization. An Editor or a Viewer who follows these steps does not get past step 2.',
    },
  ],
  machine,
})
