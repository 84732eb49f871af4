import { describe, expect, it } from 'vitest'
import { createMachine, setup } from 'xstate'
import { type Plan, plan } from './plan.ts'

const idsOf = ({ paths }: Plan) => paths.map((path) => path.steps.map((step) => step.id))

describe('the paths of a plan', () => {
  it('plans nothing for a machine in which nothing can happen', () => {
    const still = createMachine({ id: 'still' })
    expect(plan(still)).toMatchObject({ paths: [], steps: 0, cost: 0, lowerBound: 0, unreachable: [] })
    const { paths, cost } = plan(still, { depth: 'states' })
    expect(paths).toMatchObject([{ startId: 'still', steps: [], covers: ['still'] }])
    expect(cost).toBe(5)
  })

  it('covers pairs of transitions', () => {
    const lamp = createMachine({
      initial: 'off',
      states: { off: { on: { on: 'lit' } }, lit: { on: { off: 'off' } } },
    })
    const made = plan(lamp, { depth: 'pairs' })
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
})
