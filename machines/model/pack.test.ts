import { describe, expect, test } from 'vitest'
import { setup } from 'xstate'
import type { EventSpec } from './event.ts'
import type { Flow } from './flow.ts'
import { to } from './origin.ts'
import { definePack, type Pack, PackError, packIn } from './pack.ts'
import { library } from './testing/small-pack.ts'

/** A flow of one event, between two screens. */
const flow = (
  event: Partial<EventSpec>,
  screens: [string, string] = ['front', 'desk'],
  id = 'small',
): Flow => ({
  id,
  title: 'Small',
  steps: {},
  sentences: {},
  givens: { usual: 'As usual' },
  events: { go: { label: 'Go', at: 'screen', ...event } },
  notModelled: {},
  gaps: [],
  machine: setup({}).createMachine({
    id,
    initial: 'first',
    states: {
      first: { meta: { screen: screens[0] }, on: { go: to('second', { inferred: 'the example' }) } },
      second: { meta: { screen: screens[1] } },
    },
  }),
})

/** A sound role. */
const session = { protectedPage: 'desk', logOut: { screen: 'desk', press: 'Leave' }, entrance: 'front' }
const typing = (label: string) => ({ screen: 'name', fill: { [label]: 'registered' }, press: 'Go on' })

function problemsOf(change: Partial<Pack>): readonly string[] {
  try {
    definePack({ ...library, ...change } as Pack)
  } catch (error) {
    if (error instanceof PackError) return error.problems
    throw error
  }
  return []
}

describe('a pack is refused whose', () => {
  test.each<[string, Partial<Pack>, string]>([
    ['flows have the same id', { flows: [flow({}), flow({})] }, 'Two flows are called "small".'],
    [
      'flow names a state that there is not',
      { flows: [{ ...flow({}), called: { third: 'the last one' } }] },
      'small: "called" names a state "third" that there is not.',
    ],
    [
      'flow names a next one that there is not',
      { flows: [{ ...flow({}), next: 'large' }] },
      'The flow "small" names "large" as next, which the pack does not have.',
    ],
    [
      'address shows a screen that it does not have',
      { addresses: { ...library.addresses, front: 'porch' } },
      'The address "front" shows a screen "porch" that the pack does not have.',
    ],
    ['entrance has no address', { entrance: 'gate' }, 'There is no address "gate" in `addresses`.'],
    [
      'protected page has no address',
      { protectedPage: 'vault' },
      'There is no address "vault" in `addresses`.',
    ],
    [
      'state shows a screen that it does not have',
      { flows: [flow({}, ['front', 'vault'])] },
      'small: the state second shows a screen "vault" that the pack does not have.',
    ],
    [
      'machine has an event that is not described',
      { flows: [{ ...flow({}), events: {} }] },
      'small: the machine has an event "go" that `events` does not describe.',
    ],
    [
      'group has a flow that it does not have',
      { groups: [{ title: 'All', flows: ['small', 'large'] }] },
      'A group has a flow "large" that the pack does not have.',
    ],
    [
      'group leaves out a flow',
      { groups: [{ title: 'All', flows: [] }] },
      'The flow "small" is in 0 groups: put it into one.',
    ],
    [
      'event fills in a field that is not on the screen',
      { flows: [flow({ fill: { Name: 'registered' } })] },
      'small: first/go: There is no field “Name” on “Library”.',
    ],
    [
      'event presses what is not on the screen',
      { flows: [flow({ press: 'Leave' })] },
      'small: first/go: There is nothing to press called “Leave” on “Library”.',
    ],
    [
      'event follows a link that is in no mail',
      { flows: [flow({ at: 'mail', press: 'burn it' })] },
      'small: first/go: There is nothing to press called “burn it” in any mail.',
    ],
    [
      'event opens an address that it does not have',
      { flows: [flow({ goTo: 'vault' })] },
      'small: first/go: There is no address "vault" in `addresses`.',
    ],
    [
      'event is done by an unknown participant',
      { flows: [flow({ as: 'burglar' })] },
      `small: the event "go" is done by "burglar", who is not among the pack's participants.`,
    ],
    [
      'event names a flow that the pack does not have',
      { flows: [flow({ leg: { flow: 'other', events: [] } })] },
      'small: the event "go" names a flow "other" that the pack does not have.',
    ],
    [
      'event begins a flow with no given of it',
      { flows: [flow({ leg: { flow: 'small', given: 'odd', events: [] } })] },
      'small: the event "go" begins small with "odd", which is not one of its givens.',
    ],
    [
      'event leads through a flow where there is no way',
      { flows: [flow({ leg: { flow: 'small', events: ['go', 'go'] } })] },
      'small: the event "go" walks small along go, go, but there is no "go" at that point.',
    ],
    [
      'role names a screen that it does not have',
      { roles: { session: { ...session, entrance: 'vault' } } },
      'The role session.entrance names a screen "vault" that the pack does not have.',
    ],
    [
      'role presses what is not on its screen',
      { roles: { session: { ...session, logOut: { screen: 'desk', press: 'Go home' } } } },
      'The role session.logOut: There is nothing to press called “Go home” on “Desk”.',
    ],
    [
      'role fills in a field that is not on its screen, as a function of what is typed',
      { roles: { sso: { signedIn: { flow: 'small', given: 'usual' }, goToProvider: typing('Nickname') } } },
      'The role sso.goToProvider: There is no field “Nickname” on “Name”.',
    ],
    [
      'role begins with a flow that it does not have',
      { roles: { sso: { signedIn: { flow: 'large', given: 'usual' }, goToProvider: typing('Name') } } },
      'The role sso.signedIn names a flow "large" that the pack does not have.',
    ],
    [
      'role begins with no given of its flow',
      { roles: { sso: { signedIn: { flow: 'small', given: 'odd' }, goToProvider: typing('Name') } } },
      'The role sso.signedIn begins small with "odd", which is not one of its givens.',
    ],
  ])('%s', (_, change, problem) => {
    expect(problemsOf({ flows: [flow({})], ...change })).toEqual([problem])
  })

  test('everything that is wrong is said at once, with the name of the pack', () => {
    const define = () => definePack({ ...library, entrance: 'gate', protectedPage: 'vault' } as Pack)
    expect(define).toThrow(
      'The pack library is not right:\n- There is no address "gate" in `addresses`.\n- There is',
    )
  })
})

test('what an event presses may be on the page that its address opens', () => {
  expect(problemsOf({ flows: [flow({ goTo: 'desk', press: 'Leave' })] })).toEqual([])
})

describe('the pack of a module', () => {
  test('is found under any name, and under two', () => {
    expect(packIn({ screens: library.screens, mine: library, default: library }, './mine')).toBe(library)
  })

  test('is reported if the module exports none', () => {
    expect(() => packIn({ flows: [] }, './mine')).toThrow(
      'The pack ./mine is not right:\n- It exports no pack: write "export const pack = definePack({ … })".',
    )
  })

  test('is one alone', () => {
    expect(() => packIn({ library, other: { ...library, id: 'other' } }, './mine')).toThrow(
      'It exports 2 packs, library, other: put each into its own folder.',
    )
  })
})
