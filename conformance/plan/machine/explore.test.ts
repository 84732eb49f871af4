import { describe, expect, it } from 'vitest'
import { assign, createMachine, fromPromise, setup } from 'xstate'
import { explore } from './explore.ts'
import { plan } from './plan.ts'

const edgesOf = (...args: Parameters<typeof explore>) => explore(...args).edges.map(({ id }) => id)

describe('exploring a machine', () => {
  it('follows regions side by side, and states inside states', () => {
    const machine = createMachine({
      type: 'parallel',
      states: {
        mail: { initial: 'unread', states: { unread: { on: { read: 'read' } }, read: {} } },
        door: {
          initial: 'shut',
          states: { shut: { on: { knock: 'open', read: 'open' } }, open: { on: { knock: 'shut' } } },
        },
      },
    })
    expect(explore(machine).states.map(({ id }) => id)).toEqual([
      '(mail.unread, door.shut)',
      '(mail.read, door.open)',
      '(mail.unread, door.open)',
      '(mail.read, door.shut)',
    ])
    expect(edgesOf(machine)).toContain('mail.unread/read + door.shut/read')
    const { paths, unreachable, cost, lowerBound } = plan(machine)
    expect(paths.length).toBeGreaterThan(0)
    expect(unreachable).toEqual([])
    expect(cost).toBe(lowerBound)
  })

  it('counts transitions without an event, and those of a state that is done, as taken', () => {
    const machine = createMachine({
      initial: 'start',
      states: {
        start: { always: 'form' },
        form: {
          initial: 'blank',
          states: { blank: { on: { fill: 'filled' } }, filled: { type: 'final' } },
          onDone: 'sent',
        },
        sent: { always: [{ guard: () => false, target: 'start' }, { target: 'end' }] },
        end: {},
      },
    })
    const { edges } = explore(machine)
    expect(edges.map(({ taken }) => taken.map(({ id }) => id))).toEqual([
      ['form.blank/fill', 'form/xstate.done.state.(machine).form', 'sent/always[1]'],
    ])
    expect(plan(machine).unreachable.map(({ id, why }) => [id, why])).toEqual([
      ['sent/always[0]', 'guard-never-holds'],
    ])
  })

  it('knows wildcards by the events that they answer', () => {
    const machine = createMachine({
      initial: 'a',
      states: { a: { on: { 'code.right': 'b', 'code.*': 'c', '*': 'd' } }, b: {}, c: {}, d: {} },
    })
    const events = ['code.right', 'code.wrong', 'code', 'codeword'].map((type) => ({ type }))
    expect(edgesOf(machine, { events })).toEqual([
      'a/code.right',
      'a/code.* by code.wrong in a',
      'a/code.* by code in a',
      'a/*',
    ])
    expect(plan(machine).unreachable.map(({ id, why }) => [id, why])).toEqual([
      ['a/code.*', 'shadowed'],
      ['a/*', 'shadowed'],
    ])
  })

  it('takes delays and answers of actors as events that come where they are awaited, and runs nothing', () => {
    const ran: string[] = []
    const machine = setup({
      actors: { ask: fromPromise(async () => ran.push('actor')) },
      actions: { note: () => ran.push('action') },
    }).createMachine({
      initial: 'asking',
      states: {
        asking: { entry: 'note', invoke: { src: 'ask', id: 'ask', onDone: 'waiting', onError: 'failed' } },
        waiting: { after: { 1000: { target: 'late', actions: 'note' } }, on: { '*': 'failed' } },
        late: {},
        failed: {},
      },
    })
    expect(edgesOf(machine)).toEqual([
      'asking/xstate.done.actor.ask',
      'asking/xstate.error.actor.ask',
      'waiting/xstate.after.1000.(machine).waiting',
    ])
    expect(ran).toEqual([])
  })

  it('tells apart what a history state remembers', () => {
    const machine = createMachine({
      initial: 'form',
      states: {
        form: {
          initial: 'one',
          states: { one: { on: { next: 'two' } }, two: {}, last: { type: 'history' } },
          on: { pause: 'paused' },
        },
        paused: { on: { resume: 'form.last' } },
      },
    })
    const resumed = explore(machine).edges.filter(({ event }) => event.type === 'resume')
    expect(resumed.map(({ to }) => explore(machine).states[to]?.id)).toEqual([
      "form.one remembering { '(machine).form.last': [ { id: '(machine).form.one' } ] }",
      "form.two remembering { '(machine).form.last': [ { id: '(machine).form.two' } ] }",
    ])
  })

  it('takes equal contexts for equal, in whatever order they were written', () => {
    const machine = createMachine({
      context: { seen: new Set(['a', 'b']), by: new Map() },
      on: { again: { actions: assign(() => ({ by: new Map(), seen: new Set(['b', 'a']) })) } },
    })
    expect(explore(machine).nodes).toBe(1)
    const counter = createMachine({
      context: { n: 0 },
      on: { more: { actions: assign({ n: ({ context }) => context.n + 1 }) } },
    })
    expect(
      explore(counter, { serialize: ({ context }) => (context.n > 2 ? 'many' : `${context.n}`) }).nodes,
    ).toBe(4)
  })

  it('ends where a machine has no end, and says what it left out', () => {
    const counter = createMachine({
      initial: 'a',
      context: { n: 0 },
      states: {
        a: { on: { more: { actions: assign({ n: ({ context }) => context.n + 1 }) }, end: 'b' } },
        b: {},
      },
    })
    const made = plan(counter, { maxStates: 4 })
    expect(made.unreachable.map(({ id, why }) => [id, why])).toEqual([
      ['end in a { n: 1 }', 'not-explored'],
      ['more in a { n: 2 }', 'not-explored'],
      ['end in a { n: 2 }', 'not-explored'],
    ])
    expect(made.covered).toHaveLength(3)
    const circle = createMachine({
      initial: 'a',
      states: { a: { on: { go: 'b' } }, b: { always: 'c' }, c: { always: 'b' } },
    })
    expect(plan(circle).unreachable.map(({ id, why, reason }) => `${id}: ${why}, ${reason}`)).toContain(
      'go in a: fails, the machine fails: it does not come to rest within 1000 microsteps',
    )
  })

  it('continues if a machine throws for an event', () => {
    const machine = setup({
      types: {} as { events: { type: 'say'; what: string } | { type: 'go' } },
    }).createMachine({
      initial: 'a',
      states: {
        a: { on: { say: { guard: ({ event }) => event.what.length > 1, target: 'b' }, go: 'b' } },
        b: {},
      },
    })
    const made = plan(machine)
    expect(made.covered.map(({ id }) => id)).toEqual(['a/go'])
    expect(made.unreachable[0]).toMatchObject({ id: 'say in a', why: 'fails' })
    expect(plan(machine, { events: [{ type: 'say', what: 'yes' } as { type: 'say' }] }).covered).toHaveLength(
      1,
    )
  })
})
