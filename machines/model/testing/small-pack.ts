import { assign, setup } from 'xstate'
import type { EventSpec } from '../event.ts'
import { defineFlow, type FlowTypes, GOAL, SIGNED_IN } from '../flow.ts'
import { refused, refuses, to } from '../origin.ts'
import { definePack } from '../pack.ts'
import { renew } from './small-renew.ts'
import { screens } from './small-screens.ts'

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

/** A made-up product: people enter a library by name, password and a second factor, and renew a password by mail. */
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
