import { describe, expect, it } from 'vitest'
import { assign, createMachine, setup } from 'xstate'
import { type PlanOptions, plan } from './plan.ts'

const counter = setup({ types: {} as { context: { n: number } } }).createMachine({
  id: 'counter',
  context: { n: 0 },
  initial: 'counting',
  states: {
    counting: {
      on: {
        more: { actions: assign({ n: ({ context }) => context.n + 1 }) },
        less: [
          {
            guard: ({ context }) => context.n > 0,
            actions: assign({ n: ({ context }) => context.n - 1 }),
          },
          {},
        ],
        stop: 'stopped',
      },
    },
    stopped: { on: { resume: 'counting' } },
  },
})

const wizard = (screens: number) =>
  createMachine({
    initial: 's0',
    states: Object.fromEntries(
      Array.from({ length: screens }, (_, n) => [
        `s${n}`,
        {
          on: {
            refuse: {},
            ...(n < screens - 1 && { next: `s${n + 1}` }),
            ...(n > 0 && { back: `s${n - 1}` }),
          },
        },
      ]),
    ),
  })

describe('the limit of steps', () => {
  it.each([
    ['a wizard of 300 screens', wizard(300), {}],
    ['a counter up to 300', counter, { maxStates: 600 }],
  ])('does not multiply what %s costs', (_, machine, options: PlanOptions) => {
    const free = plan(machine, { ...options, maxSteps: Number.POSITIVE_INFINITY })
    const made = plan(machine, options)
    expect(made.covered).toEqual(free.covered)
    expect(made.steps).toBeLessThan(1.5 * free.steps)
    expect(made.paths.length).toBeLessThan(20)
  })

  it('still holds for what lies near', () => {
    const { paths } = plan(wizard(30))
    const long = paths.filter(({ steps }) => steps.length > 20)
    expect(long.every(({ tooLong }) => tooLong)).toBe(true)
    const deep = long.map(({ steps }) => steps.some(({ stateId }) => Number(stateId.slice(1)) >= 20))
    expect(deep).not.toContain(false)
  })
})

describe('a plan that would be too large', () => {
  it('says how large, and what to do', () => {
    expect(() => plan(wizard(300), { maxTotal: 500 })).toThrowError(
      expect.objectContaining({
        code: 'too-large',
        message: expect.stringMatching(/needs \d+ steps in \d+ paths, more than the 500 .*"written"/),
      }),
    )
  })

  it('is refused before it is made where even its obligations are too many', () => {
    const events = Array.from({ length: 500 }, (_, n) => [`e${n}`, 'hub'])
    const hub = createMachine({ initial: 'hub', states: { hub: { on: Object.fromEntries(events) } } })
    expect(() => plan(hub, { depth: 'pairs' })).toThrowError(
      /There are 250500 transitions and pairs of them in the 1 states/,
    )
  })

  it('is refused where its faults are too many', () => {
    expect(() => plan(counter, { depth: 'targets', maxStates: 1_000 })).toThrowError(
      expect.objectContaining({ code: 'too-large', message: expect.stringContaining('faults') }),
    )
  })
})

describe('each transition as it is written', () => {
  it('is taken once, however many contexts it has', () => {
    const made = plan(counter, { written: true })
    const taken = made.paths.flatMap(({ steps }) => steps.map(({ transition }) => transition))
    expect(new Set(taken)).toEqual(
      new Set(['counting/more', 'counting/less[0]', 'counting/less[1]', 'counting/stop', 'stopped/resume']),
    )
    expect(made.steps).toBeLessThan(8)
    expect(made.unreachable).toEqual([])
  })

  it('is followed once by each that can follow it', () => {
    const made = plan(counter, { written: true, depth: 'pairs' })
    const pairs = made.paths.flatMap(({ steps }) =>
      steps.slice(1).map(({ transition }, n) => `${steps[n]?.transition} ${transition}`),
    )
    expect(new Set(pairs).size).toBe(15)
    expect(made.steps).toBeLessThan(40)
  })

  it('says once why a transition is never taken', () => {
    const stuck = setup({ types: {} as { context: { n: number } } }).createMachine({
      context: { n: 0 },
      on: {
        more: { actions: assign({ n: ({ context }) => context.n + 1 }) },
        never: { guard: ({ context }) => context.n < 0 },
      },
    })
    expect(plan(stuck, { written: true, maxStates: 50 }).unreachable).toMatchObject([
      { id: '/never', why: 'guard-never-holds', reason: expect.stringContaining('in the 50 states') },
    ])
  })
})

describe('exploring a part', () => {
  const part = (options: PlanOptions) => {
    const { covered, unreachable } = plan(wizard(4), options)
    return {
      covered: covered.map(({ id }) => id),
      reasons: Object.fromEntries(unreachable.map(({ id, why, reason }) => [id, `${why}: ${reason}`])),
    }
  }

  it('ends where it is to stop', () => {
    const { covered, reasons } = part({ until: ({ value }) => value === 's1' })
    expect(covered).toEqual(['s0/refuse', 's0/next'])
    expect(reasons).toMatchObject({
      's1/next': 'left-out: the plan stops in s1',
      's2/back': 'state-never-reached: the state s2 is never reached',
    })
  })

  it('leaves out what the filter leaves out', () => {
    const { covered, reasons } = part({ filter: (_, { type }) => type !== 'refuse' })
    expect(covered).toHaveLength(6)
    expect(reasons['s0/refuse']).toBe('left-out: the filter leaves it out')
  })
})

describe('no false reasons', () => {
  const broken = setup({
    types: {} as { context: { list: string[] | undefined } },
    guards: {
      any: ({ context }) => (context.list as string[]).length > 0,
    },
  }).createMachine({
    id: 'broken',
    context: { list: undefined },
    initial: 'a',
    states: {
      a: {
        on: {
          ask: [{ guard: 'any', target: 'b' }, { target: 'c' }],
          fill: {
            target: 'b',
            actions: assign(() => {
              throw new Error('nothing to fill')
            }),
          },
          slip: 'middle',
        },
      },
      b: {},
      c: {},
      middle: { always: [{ guard: 'any', target: 'b' }, { target: 'c' }] },
    },
  })
  const reasons = Object.fromEntries(
    plan(broken).unreachable.map(({ id, why, reason }) => [id, `${why}: ${reason}`]),
  )

  it('a guard that threw is not one that never holds, and what comes after it is not shadowed', () => {
    expect(reasons).toMatchObject({
      'ask in a { list: undefined }': expect.stringMatching(
        /^fails: the machine fails: the guard any in broken.a threw: Cannot read properties of undefined/,
      ),
      'a/ask[0]': expect.stringMatching(/^fails: its guard threw: Cannot read/),
      'a/ask[1]': expect.stringMatching(/^fails: its turn never came: the guard any in broken.a threw/),
    })
  })

  it('a transition that failed is not shadowed', () => {
    expect(reasons['a/fill']).toBe('fails: the machine fails when it is taken: nothing to fill')
  })

  it('a guard without an event that threw is named too', () => {
    expect(reasons['middle/always[0]']).toMatch(/^fails: its guard threw: Cannot read/)
    expect(reasons['middle/always[1]']).toMatch(/^fails: its turn never came/)
  })
})
