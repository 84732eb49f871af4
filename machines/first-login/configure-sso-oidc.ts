import { setup } from 'xstate'
import type { EventSpec } from '../model/event.ts'
import { defineFlow, type FlowTypes, SIGNED_IN } from '../model/flow.ts'
import { type Origin, refused, refuses, to } from '../model/origin.ts'
import { type ScreenId, screens } from './screens.ts'
import {
  type SsoGiven,
  ssoEvidence,
  ssoGivens,
  ssoSettingsEvents,
  ssoSettingsStates,
} from './sso-settings.ts'

const discovery = (value: string) => ({ at: 'screen', fill: { 'Discovery url': value } }) as const

const events = {
  ...ssoSettingsEvents,
  'choose.openid-connect': {
    label: 'Choose OpenID Connect',
    at: 'screen',
    fill: { Method: 'OpenID Connect' },
  },
  'client-id.right': {
    label: 'Enter the client ID of the application',
    at: 'screen',
    fill: { 'Client ID': 'registered' },
  },
  'discovery-url.right': { label: 'Enter the provider’s discovery address', ...discovery('right') },
  'discovery-url.malformed': { label: 'Enter something that is not an address', ...discovery('malformed') },
  'discovery-url.dead': { label: 'Enter an address where nothing answers', ...discovery('dead') },
  'discovery-url.other-issuer': {
    label: 'Enter an address whose document names another issuer',
    ...discovery('other-issuer'),
  },
} satisfies Record<string, EventSpec<ScreenId>>

const oidcPane = { tags: SIGNED_IN, meta: { screen: 'authentication-settings-openid-connect' } } as const
const around = ssoSettingsStates('configure-sso-oidc', 'choose.openid-connect', 'blank')

const issuer = 'OpenID Connect Discovery 1.0 section 4.3: the document must name the address it is found at'

const saveRefused = (origin: Origin, shows: string) => ({ save: to('named', refused(origin, shows)) })

const machine = setup({
  types: {} as FlowTypes<typeof screens, keyof typeof events, SsoGiven, { given: SsoGiven }>,
  guards: { administrator: ({ context }) => context.given === 'administrator' },
}).createMachine({
  id: 'configure-sso-oidc',
  context: ({ input }) => input,
  initial: 'dashboard',
  states: {
    ...around,
    paneOfConfigured: { ...around.paneOfConfigured, meta: oidcPane.meta },
    blank: {
      ...oidcPane,
      on: {
        'client-id.right': to('named', { step: 'configure-sso-oidc.5' }),
        save: refuses({ inferred: 'the field is required' }, 'Client ID'),
      },
    },
    named: {
      ...oidcPane,
      on: {
        'discovery-url.right': to('filled', { step: 'configure-sso-oidc.6' }),
        'discovery-url.malformed': to('malformed', {
          inferred: 'a typing error is likely in a long address',
        }),
        'discovery-url.dead': to('dead', { inferred: 'a typing error is likely in a long address' }),
        'discovery-url.other-issuer': to('otherIssuer', {
          standard: issuer,
        }),
        save: refuses({ inferred: 'the field is required' }, 'address'),
      },
    },
    malformed: { ...oidcPane, on: saveRefused({ inferred: 'the field takes an address' }, 'address') },
    dead: { ...oidcPane, on: saveRefused({ inferred: 'without the document there is no SSO' }, 'reach') },
    otherIssuer: {
      ...oidcPane,
      on: saveRefused({ standard: issuer }, 'issuer'),
    },
    filled: { ...oidcPane, on: { save: to('configured', { step: 'configure-sso-oidc.7' }) } },
  },
})

export const configureSsoOidc = defineFlow(screens, {
  id: 'configure-sso-oidc',
  title: 'Configure SSO with OpenID Connect',
  next: 'log-in-sso',
  steps: {
    1: 'Click Configuration in the top bar',
    2: 'Click My organization in the left pane',
    3: 'Click Edit Settings in the Authentication section',
    4: 'Choose OpenID Connect as the method',
    5: 'Enter the client ID of the application at the provider',
    6: 'Enter the provider’s discovery address',
    7: 'Click Save',
  },
  sentences: {},
  givens: ssoGivens,
  events,
  called: {
    pane: 'nothing chosen',
    configured: 'SSO is configured',
    paneOfConfigured: 'SSO is configured',
    paneOfDefault: 'back to the default',
    myOrganization: 'SSO is off',
    blank: 'nothing typed',
    named: 'with a Client ID',
    malformed: 'no address',
    dead: 'a dead address',
    otherIssuer: 'another issuer',
    filled: 'filled in',
  },
  evidence: ssoEvidence,
  notModelled: {},
  gaps: [
    {
      id: 'no-callback-address',
      title: 'No callback address is given',
      text: 'A provider must know where to send people back to. Only the Entra procedure gives that address. The reference tenant uses the same address for OpenID Connect and shows it in the pane.',
    },
    {
      id: 'no-client-secret',
      step: 'configure-sso-oidc.7',
      title: 'No client secret is asked for',
      text: 'A client ID and a discovery address are enough for an ID token through the browser. The code flow, which RFC 9700 recommends, also needs a secret. The reference tenant uses one if you enter it.',
    },
    {
      id: 'no-way-back-oidc',
      title: 'No way back to 1Secure Authentication',
      text: 'No procedure says how to switch SSO off again. In the model, you choose 1Secure Authentication in the same pane and save.',
    },
  ],
  machine,
})
