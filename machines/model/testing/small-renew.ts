import { setup } from 'xstate'
import type { EventSpec } from '../event.ts'
import { defineFlow, type FlowTypes, GOAL } from '../flow.ts'
import { refused, to } from '../origin.ts'
import { screens } from './small-screens.ts'

const model = { inferred: 'it makes the example' } as const

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
} satisfies Record<string, EventSpec<keyof typeof screens>>

/** People who have lost their password renew it by mail. */
export const renew = defineFlow(screens, {
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
