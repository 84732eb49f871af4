import { describe, expect, it } from 'vitest'
import { assign, createMachine, setup, transition } from 'xstate'
import { type Plan, type PlanOptions, plan } from './plan.ts'

const idsOf = ({ paths }: Plan) => paths.map((path) => path.steps.map((step) => step.id))
const whyNot = ({ unreachable }: Plan) => unreachable.map(({ id, why, reason }) => `${id}: ${why}, ${reason}`)

/** Walks a plan with xstate's own function and tells whether every state on the way is the one that was promised. */
const holds = ({ paths }: Plan): boolean =>
  paths.every((path) => {
    let at = path.start
    return path.steps.every(({ event, state }) => {
      at = transition(at.machine, at, event)[0]
      return JSON.stringify(at) === JSON.stringify(state)
    })
  })

const login = setup({
  types: {} as {
    context: { tries: number }
    events: { type: 'code'; is: 'right' | 'wrong' } | { type: 'again' } | { type: 'leave' }
  },
  guards: {
    right: ({ event }) => event.type === 'code' && event.is === 'right',
    lastTry: ({ context }) => context.tries === 1,
    never: () => false,
  },
}).createMachine({
  id: 'login',
  context: { tries: 0 },
  initial: 'asked',
  states: {
    asked: {
      on: {
        code: [
          { guard: 'never', target: 'lost' },
          { guard: 'right', target: 'in' },
          { guard: 'lastTry', target: 'locked' },
          { actions: assign({ tries: ({ context }) => context.tries + 1 }) },
        ],
        again: { meta: { refused: true } },
      },
    },
    in: { type: 'final' },
    locked: { on: { leave: 'left', code: 'left' } },
    left: {},
    lost: { on: { again: 'asked' } },
  },
})

const codes: PlanOptions['events'] = [
  { type: 'code', is: 'right' } as { type: 'code' },
  { type: 'code', is: 'wrong' } as { type: 'code' },
  { type: 'again' },
]

describe('a plan for a machine', () => {
  it('walks every event in every state and context, refusals that change nothing too', () => {
    const made = plan(login, { events: codes, maxSteps: Number.POSITIVE_INFINITY })
    expect(made.covered.map(({ id }) => id).sort()).toEqual([
      'asked/again in asked { tries: 0 }',
      'asked/again in asked { tries: 1 }',
      "asked/code[1] by code { is: 'right' } in asked { tries: 0 }",
      "asked/code[1] by code { is: 'right' } in asked { tries: 1 }",
      'asked/code[2]',
      'asked/code[3]',
      "locked/code by code { is: 'right' } in locked { tries: 1 }",
      "locked/code by code { is: 'wrong' } in locked { tries: 1 }",
    ])
    expect(new Set(made.paths.flatMap((path) => [...path].flatMap((step) => step.covers)))).toEqual(
      new Set(made.covered.map(({ id }) => id)),
    )
    expect(holds(made)).toBe(true)
    expect(made.cost).toBe(made.lowerBound)
  })

  it('says of everything that is written down but never happens why', () => {
    expect(whyNot(plan(login, { events: codes }))).toEqual([
      'asked/code[0]: guard-never-holds, its guard never holds in any reachable state',
      'locked/leave: event-not-given, the event leave is not among the given events',
      'lost/again: state-never-reached, the state lost is never reached',
    ])
    const shadowed = createMachine({
      initial: 'a',
      on: { go: '.c' },
      states: {
        a: { on: { go: [{ target: 'b' }, { target: 'c' }] } },
        b: { on: { go: 'a' } },
        c: { on: { go: 'a' } },
      },
    })
    expect(whyNot(plan(shadowed))).toEqual([
      '/go: shadowed, another transition always answers first',
      'a/go[1]: shadowed, a branch before it has no guard, so that its turn never comes',
      'c/go: state-never-reached, the state c is never reached',
    ])
    expect(whyNot(plan(login, { coverage: 'states' }))).toContain(
      'lost: state-never-reached, no event leads to it in any reachable state',
    )
  })

  it('plans nothing for a machine in which nothing can happen', () => {
    const still = createMachine({ id: 'still' })
    expect(plan(still)).toMatchObject({ paths: [], steps: 0, cost: 0, lowerBound: 0, unreachable: [] })
    const { paths, cost } = plan(still, { coverage: 'states' })
    expect(paths).toMatchObject([{ startId: 'still', steps: [], covers: ['still'] }])
    expect(cost).toBe(5)
  })

  it('takes the states as they are, whatever they hold', () => {
    const made = plan(login, { coverage: 'states', events: codes })
    expect(made.covered.map(({ id }) => id)).toEqual([
      'asked { tries: 0 }',
      'in { tries: 0 } (done)',
      'asked { tries: 1 }',
      'in { tries: 1 } (done)',
      'locked { tries: 1 }',
      'left { tries: 1 }',
    ])
  })

  it('covers pairs of transitions', () => {
    const lamp = createMachine({
      initial: 'off',
      states: { off: { on: { on: 'lit' } }, lit: { on: { off: 'off' } } },
    })
    const made = plan(lamp, { coverage: 'transition-pairs' })
    expect(idsOf(made)).toEqual([['off/on', 'lit/off', 'off/on']])
    expect(made.covered.map(({ id }) => id)).toEqual([
      'off/on',
      'lit/off',
      'off/on → lit/off',
      'lit/off → off/on',
    ])
  })

  it('begins each path with the input that its start needs', () => {
    const machine = setup({
      types: {} as { context: { given: string }; input: { given: string } },
    }).createMachine({
      context: ({ input }) => ({ given: input.given }),
      initial: 'mail',
      states: {
        mail: {
          on: {
            open: [
              { guard: ({ context }) => context.given === 'expired', target: 'expired' },
              { target: 'password' },
            ],
          },
        },
        expired: {},
        password: {},
      },
    })
    const inputs = { invited: { given: 'invited' }, expired: { given: 'expired' } }
    const made = plan(machine, { inputs })
    expect(made.paths.map(({ given, startId, steps }) => [given, startId, steps[0]?.id])).toEqual([
      ['invited', "mail { given: 'invited' }", 'mail/open[1]'],
      ['expired', "mail { given: 'expired' }", 'mail/open[0]'],
    ])
  })

  it('says what a machine needs that cannot be started', () => {
    const machine = setup({
      types: {} as { context: { name: string }; input: { name: string } },
    }).createMachine({
      id: 'named',
      context: ({ input }) => ({ name: input.name }),
    })
    expect(() => plan(machine)).toThrowError(
      /"named" cannot be started without input: .*Give its inputs by name/,
    )
  })

  it('is the same plan when it is made again, and can be written down', () => {
    const again = () => plan(login, { events: codes, coverage: 'transition-pairs', maxSteps: 3 })
    expect(JSON.parse(JSON.stringify(again()))).toEqual(JSON.parse(JSON.stringify(again())))
  })

  it('says which paths are longer than was asked for, because what they cover lies deeper', () => {
    const line = createMachine({
      initial: 'a',
      states: { a: { on: { b: 'b', again: 'a' } }, b: { on: { c: 'c' } }, c: { on: { d: 'd' } }, d: {} },
    })
    const made = plan(line, { maxSteps: 2 })
    expect(made.paths.map(({ steps, tooLong }) => [steps.map((step) => step.id).join(' '), tooLong])).toEqual(
      [
        ['a/b b/c c/d', true],
        ['a/again', false],
      ],
    )
  })

  it.each<[PlanOptions, string]>([
    [
      { coverage: 'edges' as 'states' },
      'coverage is edges, but must be one of states, transitions, transition-pairs.',
    ],
    [{ resetCost: -1 }, 'resetCost is -1, but must be a number that is not negative.'],
    [
      { stepCost: () => Number.NaN },
      'stepCost is NaN, but must be a number that is not negative, for every edge.',
    ],
    [{ maxSteps: 0 }, 'maxSteps is 0, but must be a whole number above 0, or Infinity for no limit.'],
    [
      { failed: ['asked/open'] },
      '"asked/open" is no transition. Use the ids that the plan gives to its steps.',
    ],
    [
      { covered: ['asked'] },
      '"asked" is no obligation of the coverage transitions. Use the ids that the plan gives to its steps.',
    ],
  ])('refuses %j', (options, message) => {
    expect(() => plan(login, options)).toThrowError(message)
  })
})
