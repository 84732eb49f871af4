import { describe, expect, it } from 'vitest'
import { assign, createMachine, setup, transition } from 'xstate'
import { type Plan, type PlanOptions, plan } from './plan.ts'

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
    expect(whyNot(plan(login, { depth: 'states' }))).toContain(
      'lost: state-never-reached, no event leads to it in any reachable state',
    )
  })

  it('takes the states as they are, whatever they hold', () => {
    const made = plan(login, { depth: 'states', events: codes })
    expect(made.covered.map(({ id }) => id)).toEqual([
      'asked { tries: 0 }',
      'in { tries: 0 } (done)',
      'asked { tries: 1 }',
      'in { tries: 1 } (done)',
      'locked { tries: 1 }',
      'left { tries: 1 }',
    ])
  })

  it('is the same plan when it is made again, and can be written down', () => {
    const again = () => plan(login, { events: codes, depth: 'pairs', maxSteps: 3 })
    expect(JSON.parse(JSON.stringify(again()))).toEqual(JSON.parse(JSON.stringify(again())))
  })

  it.each<[PlanOptions, string]>([
    [
      { depth: 'edges' as 'states' },
      'depth is edges, but must be one of states, transitions, targets, pairs, extra-state.',
    ],
    [{ resetCost: -1 }, 'resetCost is -1, but must be a number that is not negative.'],
    [
      { stepCost: () => Number.NaN },
      'stepCost is NaN, but must be a number that is not negative, for every edge.',
    ],
    [{ maxSteps: 0 }, 'maxSteps is 0, but must be a whole number above 0, or Infinity for no limit.'],
    [{ maxStates: Number.NaN }, 'maxStates is NaN, but must be a number above 0.'],
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
