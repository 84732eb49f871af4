import { assign, setup } from 'xstate'
import type { EventSpec } from '../event.ts'
import { defineFlow, type FlowTypes, GOAL, SIGNED_IN } from '../flow.ts'
import { refused, refuses, to } from '../origin.ts'
import { definePack } from '../pack.ts'
import { defineScreens } from '../screen.ts'

/** A made-up product: people enter a library by name, password and a second factor, and renew a password by mail. */
const screens = defineScreens({
  'nothing-open': { kind: 'nothing', heading: 'Nothing is open' },
  letter: { kind: 'mail', heading: 'Your card', links: ['front page'] },
  'renewal-mail': { kind: 'mail', heading: 'Renew your password', links: ['renew it'] },
  front: { heading: 'Library', buttons: ['Enter'] },
  name: { heading: 'Name', fields: [{ label: 'Name', holds: 'email' }], buttons: ['Go on'] },
  password: {
    heading: 'Password',
    fields: [{ label: 'Password', holds: 'password' }],
    buttons: ['Go on'],
    links: ['Lost it?'],
  },
  factor: { heading: 'Second factor', buttons: ['App'] },
  code: {
    heading: 'Code',
    fields: [{ label: 'Code', holds: 'one-time-code' }],
    buttons: ['Go on', 'Another way'],
  },
  'their-login': {
    party: 'provider',
    words: 'any',
    heading: 'Sign in',
    fields: [
      { label: 'Account', holds: 'provider-account' },
      { label: 'Password', holds: 'provider-password' },
    ],
    buttons: ['Sign in', 'Cancel'],
  },
  desk: { heading: 'Desk', buttons: ['Leave'] },
  lost: { heading: 'Lost', fields: [{ label: 'Name', holds: 'email' }], buttons: ['Mail me'] },
  mailed: { heading: 'Mailed', buttons: ['Mail me again'] },
  renewal: {
    heading: 'New password',
    fields: [
      { label: 'New password', holds: 'new-password' },
      { label: 'Again', holds: 'repeated-password' },
    ],
    buttons: ['Set'],
  },
  renewed: { heading: 'Renewed', links: ['Front page'] },
  late: { heading: 'Too late', buttons: ['Mail me again'] },
  dead: { heading: 'Dead link', links: ['Front page'] },
})

type Id = keyof typeof screens
const model = { inferred: 'it makes the example' } as const

const enterEvents = {
  'open-link': { label: 'Follow the link', at: 'mail', press: 'front page' },
  enter: { label: 'Click Enter', at: 'screen', press: 'Enter' },
  'open-desk': { label: 'Open the desk by its address', at: 'screen', goTo: 'desk' },
  name: { label: 'Enter the name', at: 'screen', fill: { Name: 'registered' }, press: 'Go on' },
  'password.right': {
    label: 'Enter the password',
    at: 'screen',
    fill: { Password: 'right' },
    press: 'Go on',
  },
  'password.wrong': {
    label: 'Enter a wrong one',
    at: 'screen',
    fill: { Password: 'wrong' },
    press: 'Go on',
  },
  'password.thrice': {
    label: 'Enter a wrong one three times',
    at: 'screen',
    fill: { Password: 'wrong' },
    press: 'Go on',
    times: 3,
  },
  app: { label: 'Choose the app', at: 'screen', press: 'App' },
  'another-way': { label: 'Choose another way', at: 'screen', press: 'Another way' },
  'code.right': { label: 'Enter the code', at: 'screen', fill: { Code: 'right' }, press: 'Go on' },
  'code.wrong': { label: 'Enter a wrong code', at: 'screen', fill: { Code: 'wrong' }, press: 'Go on' },
  'sign-in': {
    label: 'Sign in there',
    at: 'provider',
    fill: { Account: 'registered', Password: 'right' },
    press: 'Sign in',
  },
  cancel: { label: 'Cancel there', at: 'provider', press: 'Cancel' },
  leave: { label: 'Leave', at: 'screen', press: 'Leave' },
} satisfies Record<string, EventSpec<Id>>

const enter = defineFlow(screens, {
  id: 'enter',
  title: 'Enter the library',
  steps: {
    1: 'Follow the link',
    2: 'Click Enter',
    3: 'Enter your name',
    4: 'Enter your password',
    5: 'Set up a second factor',
  },
  sentences: {},
  givens: { fresh: 'Nothing is set up', federated: 'Names are known elsewhere' },
  events: enterEvents,
  notModelled: {},
  gaps: [],
  machine: setup({
    types: {} as FlowTypes<
      typeof screens,
      keyof typeof enterEvents,
      'fresh' | 'federated',
      { federated: boolean; enrolled: boolean }
    >,
    guards: {
      federated: ({ context }) => context.federated,
      enrolled: ({ context }) => context.enrolled,
    },
  }).createMachine({
    id: 'enter',
    context: ({ input }) => ({ federated: input.given === 'federated', enrolled: false }),
    initial: 'letter',
    states: {
      letter: { meta: { screen: 'letter' }, on: { 'open-link': to('front', { step: 'enter.1' }) } },
      front: {
        meta: { screen: 'front' },
        on: { enter: to('name', { step: 'enter.2' }), 'open-desk': { meta: { ...model, refused: true } } },
      },
      name: {
        meta: { screen: 'name' },
        on: {
          name: [
            { guard: 'federated', target: 'theirLogin', meta: { step: 'enter.3' } },
            to('password', { step: 'enter.3' }),
          ],
        },
      },
      password: {
        meta: { screen: 'password' },
        on: {
          'password.right': [
            { guard: 'enrolled', target: 'code', meta: model },
            to('factor', { step: 'enter.4' }),
          ],
          'password.wrong': refuses(model, 'Wrong password'),
          'password.thrice': to('blocked', refused(model, 'blocked')),
        },
      },
      blocked: { meta: { screen: 'password' } },
      factor: { meta: { screen: 'factor' }, on: { app: to('code', { step: 'enter.5' }) } },
      code: {
        meta: { screen: 'code' },
        on: {
          'code.right': {
            target: 'desk',
            actions: assign({ enrolled: true }),
            meta: { step: 'enter.5' },
          },
          'code.wrong': refuses(model, 'Wrong code'),
          'another-way': to('factor', model),
        },
      },
      theirLogin: {
        meta: { screen: 'their-login' },
        on: {
          'sign-in': to('desk', { step: 'enter.3' }),
          cancel: to('front', refused(model, 'cancelled')),
        },
      },
      desk: { meta: { screen: 'desk' }, tags: [SIGNED_IN, GOAL], on: { leave: to('front', model) } },
    },
  }),
})

const renewEvents = {
  'ask-for-mail': {
    label: 'Ask for a mail',
    at: 'screen',
    fill: { Name: 'registered' },
    press: 'Mail me',
    sends: 'renewal-mail',
  },
  'no-mail': {
    label: 'Look into the mailbox',
    at: 'mail',
    does: (controls) => controls.expectNoMail('renewal-mail'),
  },
  'ask-again': { label: 'Ask again', at: 'screen', press: 'Mail me again', sends: 'renewal-mail' },
  'open-link': { label: 'Follow the newest link', at: 'mail', press: 'renew it' },
  'open-older': { label: 'Follow the older link', at: 'mail', mail: 'older', press: 'renew it' },
  'new.strong': { label: 'Type a good one', at: 'screen', fill: { 'New password': 'strong' } },
  'new.weak': { label: 'Type a weak one', at: 'screen', fill: { 'New password': 'weak' } },
  'again.same': { label: 'Type it again', at: 'screen', fill: { Again: 'same' } },
  'day-passes': { label: 'Let a day pass', at: 'clock', wait: 86_400 },
  set: { label: 'Click Set', at: 'screen', press: 'Set' },
  'to-front': { label: 'Go to the front page', at: 'screen', press: 'Front page' },
} satisfies Record<string, EventSpec<Id>>

const renew = defineFlow(screens, {
  id: 'renew',
  title: 'Renew a password',
  steps: {
    1: 'Ask for a mail',
    2: 'Follow its link',
    3: 'Type a new password',
    4: 'Type it again',
    5: 'Click Set',
  },
  sentences: {},
  givens: { member: 'A member has lost the password' },
  events: renewEvents,
  notModelled: {},
  gaps: [],
  machine: setup({
    types: {} as FlowTypes<typeof screens, keyof typeof renewEvents, 'member'>,
  }).createMachine({
    id: 'renew',
    initial: 'lost',
    states: {
      lost: { meta: { screen: 'lost' }, on: { 'ask-for-mail': to('mailed', { step: 'renew.1' }) } },
      mailed: {
        meta: { screen: 'mailed' },
        on: {
          'open-link': to('renewal', { step: 'renew.2' }),
          'ask-again': to('mailedAgain', model),
          'no-mail': { meta: model },
        },
      },
      mailedAgain: {
        meta: { screen: 'mailed' },
        on: { 'open-link': to('renewal', { step: 'renew.2' }), 'open-older': to('dead', model) },
      },
      renewal: {
        meta: { screen: 'renewal' },
        initial: 'blank',
        states: {
          blank: { on: { 'new.strong': to('chosen', { step: 'renew.3' }), 'new.weak': to('weak', model) } },
          chosen: { on: { 'again.same': to('ready', { step: 'renew.4' }) } },
          weak: { on: { 'again.same': to('readyButWeak', model) } },
          readyButWeak: { on: { set: to('blank', refused(model, 'too weak')) } },
          ready: {
            on: { set: to('#renew.renewed', { step: 'renew.5' }), 'day-passes': to('readyButLate', model) },
          },
          readyButLate: { on: { set: to('#renew.late', model) } },
        },
      },
      late: { meta: { screen: 'late' }, on: { 'ask-again': to('mailed', model) } },
      dead: { meta: { screen: 'dead' } },
      renewed: { meta: { screen: 'renewed' }, tags: GOAL, on: { 'to-front': to('front', model) } },
      front: { meta: { screen: 'front' }, type: 'final' },
    },
  }),
})

const tripEvents = {
  enter: {
    label: 'Enter the library',
    at: 'screen',
    leg: { flow: 'enter', events: ['open-link', 'enter'] },
    seen: [{ shown: 'desk' }],
  },
  renew: {
    label: 'A guest renews a password',
    at: 'mail',
    as: 'guest',
    seen: [{ by: 'guest', press: 'Set', fields: { 'New password': 'strong' }, shown: 'renewed' }],
  },
} satisfies Record<string, EventSpec<Id>>

const trip = defineFlow(screens, {
  id: 'trip',
  title: 'Everything',
  steps: {},
  sentences: {},
  givens: { fresh: 'Nothing is set up' },
  events: tripEvents,
  notModelled: {},
  gaps: [],
  machine: setup({
    types: {} as FlowTypes<typeof screens, keyof typeof tripEvents, 'fresh'>,
  }).createMachine({
    id: 'trip',
    initial: 'letter',
    states: {
      letter: { meta: { screen: 'letter' }, on: { enter: to('entered', model) } },
      entered: { meta: { screen: 'desk' }, on: { renew: to('renewed', model) } },
      renewed: { meta: { screen: 'renewed', of: 'guest' }, tags: GOAL, type: 'final' },
    },
  }),
})

export const library = definePack({
  id: 'library',
  title: 'How to enter the library',
  product: 'Library',
  screens,
  flows: [enter, renew, trip],
  addresses: { front: 'front', desk: 'desk' },
  entrance: 'front',
  protectedPage: 'desk',
  participants: { guest: { name: 'guest', password: 'guestPassword' } },
})
