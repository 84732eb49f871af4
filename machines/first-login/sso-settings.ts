import type { EventSpec } from '../model/event.ts'
import { GOAL, SIGNED_IN } from '../model/flow.ts'
import { refuses, type StepId, type TransitionMeta, to } from '../model/origin.ts'
import type { ScreenId } from './screens.ts'

/** The way to the Authentication settings pane: the same first three steps for both kinds of provider. */
export const ssoSettingsEvents = {
  'open-configuration': { label: 'Click Configuration in the top bar', at: 'screen', press: 'Configuration' },
  'open-my-organization': {
    label: 'Click My organization in the left pane',
    at: 'screen',
    press: 'My organization',
  },
  'edit-settings': { label: 'Click Edit Settings', at: 'screen', press: 'Edit Settings' },
  'choose.1secure': {
    label: 'Choose 1Secure Authentication',
    at: 'screen',
    fill: { Method: '1Secure Authentication' },
  },
  save: { label: 'Click Save', at: 'screen', press: 'Save' },
  cancel: { label: 'Close the pane without saving', at: 'screen', press: 'Cancel' },
} satisfies Record<string, EventSpec<ScreenId>>

export const ssoGivens = {
  administrator: 'Signed in as Administrator; people log in with 1Secure Authentication',
  editor: 'Signed in as Editor',
  viewer: 'Signed in as Viewer',
}

/** Where the page shows the method in force. */
export const ssoEvidence = [
  { on: 'dashboard', press: 'Configuration' },
  { on: 'managed-organizations', press: 'My organization' },
] as const

export type SsoGiven = keyof typeof ssoGivens

const backToDefault: TransitionMeta = {
  inferred: 'no procedure leads back to 1Secure Authentication, but there must be a way',
}

/**
 * The states around the pane. `pane` are the states of the pane once the method is chosen, the first of them `firstOfPane`; the
 * last one saves to `#<flow>.configured`.
 */
export function ssoSettingsStates(flow: string, chooseMethod: string, firstOfPane: string) {
  const step = (number: number) => ({ step: `${flow}.${number}` as StepId })
  return {
    dashboard: {
      tags: SIGNED_IN,
      meta: { screen: 'dashboard' },
      on: { 'open-configuration': to('managedOrganizations', step(1)) },
    },
    managedOrganizations: {
      tags: SIGNED_IN,
      meta: { screen: 'managed-organizations' },
      on: {
        'open-my-organization': [
          { guard: 'administrator', ...to('myOrganization', step(2)) },
          refuses(
            { inferred: 'elsewhere the vendor says that only Administrators reach My organization' },
            'Administrator',
          ),
        ],
      },
    },
    myOrganization: {
      tags: SIGNED_IN,
      meta: { screen: 'my-organization' },
      on: { 'edit-settings': to('pane', step(3)) },
    },
    pane: {
      tags: SIGNED_IN,
      meta: { screen: 'authentication-settings' },
      on: {
        [chooseMethod]: to(firstOfPane, step(4)),
        cancel: to('myOrganization', { inferred: 'a pane can be closed' }),
      },
    },
    configured: {
      tags: [SIGNED_IN, GOAL],
      meta: { screen: 'my-organization' },
      on: { 'edit-settings': to('paneOfConfigured', backToDefault) },
    },
    paneOfConfigured: {
      tags: SIGNED_IN,
      on: {
        'choose.1secure': to('paneOfDefault', backToDefault),
        save: to('configured', { inferred: 'settings that were accepted can be saved again' }),
      },
    },
    paneOfDefault: {
      tags: SIGNED_IN,
      meta: { screen: 'authentication-settings' },
      on: { save: to('myOrganization', backToDefault) },
    },
  } as const
}
