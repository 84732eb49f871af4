import { describe, expect, test } from 'vitest'
import { setup } from 'xstate'
import type { EventSpec } from './event.ts'
import type { Flow } from './flow.ts'
import { refuses, to } from './origin.ts'
import { indistinguishable, unmarked } from './tell-apart.ts'

const why = { inferred: 'it makes the example' } as const

type States = NonNullable<Parameters<ReturnType<typeof setup>['createMachine']>[0]['states']>

function flow(states: States, events: Record<string, Partial<EventSpec>>, more: Partial<Flow> = {}): Flow {
  return {
    id: 'doors',
    title: 'Doors',
    steps: {},
    sentences: {},
    givens: { usual: 'As usual' },
    events: Object.fromEntries(
      Object.entries(events).map(([name, event]) => [name, { label: name, at: 'screen', ...event }]),
    ),
    notModelled: {},
    gaps: [],
    machine: setup({}).createMachine({ id: 'doors', initial: 'hall', states }),
    ...more,
  }
}

/** Two doors of the same look, and what can be done at each. */
const doors = (
  left: object,
  right: object,
  events: Record<string, Partial<EventSpec>>,
  more?: Partial<Flow>,
) =>
  flow(
    {
      hall: { meta: { screen: 'hall' }, on: { left: to('left', why), right: to('right', why) } },
      left: { meta: { screen: 'door' }, on: left },
      right: { meta: { screen: 'door' }, on: right },
      garden: { meta: { screen: 'garden' } },
      cellar: { meta: { screen: 'cellar' } },
    },
    { left: {}, right: {}, ...events },
    more,
  )

const open = { open: to('garden', why) }

describe('two states of the same screen', () => {
  test('are alike where everything that both know ends the same', () => {
    expect(indistinguishable(doors(open, open, { open: {} }))).toEqual([['left', 'right']])
  })

  test('are alike where one of them knows more: that may be missing from the model alone', () => {
    expect(
      indistinguishable(doors(open, { ...open, knock: refuses(why, 'no') }, { open: {}, knock: {} })),
    ).toEqual([['left', 'right']])
  })

  test('are told apart by where an event leads', () => {
    expect(indistinguishable(doors(open, { open: to('cellar', why) }, { open: {} }))).toEqual([])
  })

  test('are told apart by a message', () => {
    expect(
      indistinguishable(
        doors({ open: refuses(why, 'locked') }, { open: refuses(why, 'stuck') }, { open: {} }),
      ),
    ).toEqual([])
  })

  test('are told apart by a mail that only one of them has', () => {
    expect(indistinguishable(doors(open, {}, { open: { at: 'mail' } }))).toEqual([])
  })

  test('are told apart by what lies several events ahead', () => {
    const states = {
      hall: { meta: { screen: 'hall' }, on: { left: to('a1', why), right: to('b1', why) } },
      a1: { meta: { screen: 'stairs' }, on: { on: to('a2', why) } },
      b1: { meta: { screen: 'stairs' }, on: { on: to('b2', why) } },
      a2: { meta: { screen: 'landing' }, on: { on: to('attic', why) } },
      b2: { meta: { screen: 'landing' }, on: { on: to('roof', why) } },
      attic: { meta: { screen: 'attic' } },
      roof: { meta: { screen: 'roof' } },
    }
    expect(indistinguishable(flow(states, { left: {}, right: {}, on: {} }))).toEqual([])
  })

  test('are told apart by what is still in the form', () => {
    const form = { meta: { screen: 'form' } } as const
    const states = {
      hall: { ...form, on: { red: to('red', why), blue: to('blue', why) } },
      red: { ...form, on: { send: to('sent', why) } },
      blue: { ...form, on: { send: to('sent', why) } },
      sent: { meta: { screen: 'sent' } },
    }
    const fill = (colour: string) => ({ fill: { Colour: colour } })
    expect(indistinguishable(flow(states, { red: fill('red'), blue: fill('blue'), send: {} }))).toEqual([])
  })
})

describe('marks', () => {
  test('a pair without one is missing', () => {
    expect(unmarked(doors(open, open, { open: {} }))).toEqual({ missing: [['left', 'right']], stale: [] })
  })

  test('a pair with one is known, whichever way round', () => {
    const alike = [{ states: ['right', 'left'], why: 'both are doors' }] as const
    expect(unmarked(doors(open, open, { open: {} }, { alike }))).toEqual({ missing: [], stale: [] })
  })

  test('a mark that nothing needs is stale', () => {
    const alike = [{ states: ['hall', 'left'], why: 'nobody knows' }] as const
    expect(unmarked(doors(open, open, { open: {} }, { alike })).stale).toEqual([['hall', 'left']])
  })
})
