import { setup } from 'xstate'
import type { EventSpec } from '../model/event.ts'
import { defineFlow, type FlowTypes, GOAL, SIGNED_IN } from '../model/flow.ts'
import { refuses, to } from '../model/origin.ts'
import { activateElsewhere } from './elsewhere.ts'
import { type ScreenId, screens } from './screens.ts'

const address = (value: string) => ({ at: 'screen', fill: { 'Email addresses': value } }) as const
const role = (name: string) => ({ at: 'screen', fill: { Role: name } }) as const

const events = {
  'open-configuration': { label: 'Click Configuration in the top bar', at: 'screen', press: 'Configuration' },
  'open-users': { label: 'Click Users in the left pane', at: 'screen', press: 'Users' },
  'add-users': { label: 'Click Add Users', at: 'screen', press: 'Add Users' },
  'address.new': { label: 'Enter the address of a new user', ...address('new') },
  'address.malformed': { label: 'Enter something that is not an address', ...address('malformed') },
  'address.known': { label: 'Enter the address of an existing user', ...address('known') },
  'role.administrator': { label: 'Choose the role Administrator', ...role('Administrator') },
  'role.editor': { label: 'Choose the role Editor', ...role('Editor') },
  'role.viewer': { label: 'Choose the role Viewer', ...role('Viewer') },
  add: { label: 'Click Add', at: 'screen', press: 'Add', sendsTo: 'colleague' },
  'resend-invite': {
    label: 'Click Resend Invite',
    at: 'screen',
    press: 'Resend Invite',
    sends: 'invitation-mail',
    sendsTo: 'colleague',
    needs: ['mailbox'],
  },
  'invited-activates': {
    label: 'The invited person activates the account',
    at: 'mail',
    seen: [{ by: 'invited', press: 'Reset Password', shown: 'account-activated' }],
    does: activateElsewhere,
    needs: ['mailbox'],
  },
} satisfies Record<string, EventSpec<ScreenId>>

type Given = 'administrator' | 'editor' | 'viewer'

const page = (screen: ScreenId) => ({ tags: SIGNED_IN, meta: { screen } }) as const
const addAndRoles = { sentence: 'users-and-roles' } as const
/** What can be typed into the form; what was refused stays there, to be corrected. */
const typed = {
  'address.new': to('addressed', addAndRoles),
  'address.malformed': to('malformed', { inferred: 'a typing error is likely' }),
  'address.known': to('known', { inferred: 'a person is added once' }),
}
const vendorElsewhere = 'elsewhere the vendor names the statuses Pending Verification and Verified'

const machine = setup({
  types: {} as FlowTypes<typeof screens, keyof typeof events, Given, { given: Given }>,
  guards: { administrator: ({ context }) => context.given === 'administrator' },
}).createMachine({
  id: 'add-users',
  context: ({ input }) => input,
  initial: 'dashboard',
  states: {
    dashboard: {
      ...page('dashboard'),
      on: { 'open-configuration': to('managedOrganizations', addAndRoles) },
    },
    managedOrganizations: {
      ...page('managed-organizations'),
      on: { 'open-users': to('users', addAndRoles) },
    },
    users: {
      ...page('users'),
      on: {
        'add-users': [
          { guard: 'administrator', target: 'form', meta: addAndRoles },
          refuses({ standard: 'ASVS 5.0 8.2.1: Editor and Viewer have no right to it' }, 'Administrator'),
        ],
      },
    },
    form: {
      ...page('add-users'),
      on: { ...typed, add: refuses({ inferred: 'an address is required' }, 'e-mail address') },
    },
    malformed: {
      ...page('add-users'),
      on: { ...typed, add: refuses({ inferred: 'a mail could not arrive' }, 'e-mail address') },
    },
    known: {
      ...page('add-users'),
      on: { ...typed, add: refuses({ inferred: 'a person is added once' }, 'already') },
    },
    addressed: {
      ...page('add-users'),
      on: {
        'role.administrator': to('ready', addAndRoles),
        'role.editor': to('ready', addAndRoles),
        'role.viewer': to('ready', addAndRoles),
      },
    },
    ready: {
      ...page('add-users'),
      on: {
        add: to('pending', { ...addAndRoles, shows: 'Pending Verification', sends: 'invitation-mail' }),
      },
    },
    pending: {
      tags: SIGNED_IN,
      meta: { screen: 'users', lists: { note: 'colleague', with: 'Pending Verification' } },
      on: {
        'resend-invite': { meta: { inferred: 'elsewhere the vendor names the button', shows: 'sent' } },
        'invited-activates': to('verified', { inferred: vendorElsewhere, shows: 'Verified' }),
      },
    },
    verified: {
      tags: [SIGNED_IN, GOAL],
      meta: { screen: 'users', lists: { note: 'colleague', with: 'Verified' } },
      type: 'final',
    },
  },
})

export const addUsers = defineFlow(screens, {
  id: 'add-users',
  title: 'Add users and assign roles',
  next: 'log-in-sso',
  steps: {},
  sentences: {
    'users-and-roles':
      'After logging in, the MSP adds users and gives each the role for the access they need.',
  },
  givens: {
    administrator: 'Signed in as Administrator',
    editor: 'Signed in as Editor',
    viewer: 'Signed in as Viewer',
  },
  events,
  called: {
    form: 'nothing typed',
    malformed: 'no address',
    known: 'a known address',
    addressed: 'a new address',
    ready: 'with a role',
    users: 'before',
    pending: 'one was invited',
    verified: 'the invited one is there',
  },
  evidence: [
    { on: 'dashboard', press: 'Configuration' },
    { on: 'managed-organizations', press: 'Users' },
  ],
  notModelled: {},
  gaps: [
    {
      id: 'no-procedure-for-users',
      title: 'One sentence instead of a procedure',
      text: 'The page says in one sentence that you can add users and assign roles, but not how. The path through Configuration and Users, the roles and the statuses come from other pages of the vendor.',
    },
    {
      id: 'rights-of-roles',
      title: 'The page does not say which role may add users',
      text: 'An Administrator has full rights, an Editor can modify, and a Viewer can read. The documentation does not say whether an Editor can add users. In the model only Administrators can, because anyone who can add Administrators can become one.',
    },
  ],
  machine,
})
