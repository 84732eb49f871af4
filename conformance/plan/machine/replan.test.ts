import { describe, expect, it } from 'vitest'
import { createMachine } from 'xstate'
import { type Plan, plan } from './plan.ts'
import { replan } from './replan.ts'

const shop = createMachine({
  initial: 'door',
  states: {
    door: { on: { enter: 'hall', ring: 'hall', look: {} } },
    hall: { on: { up: 'attic', mail: 'letter', out: 'door' } },
    attic: { on: { down: 'hall', read: 'book' } },
    book: { on: { shut: 'attic' } },
    letter: { on: { key: 'safe', back: 'hall' } },
    safe: { on: { lock: 'letter' } },
  },
})

const needed: Record<string, string[]> = { mail: ['mailbox'], key: ['security-key'] }
const options = { needs: ({ event }: { event: { type: string } }) => needed[event.type] ?? [] }
const walked = ({ paths }: Plan) => new Set(paths.flatMap((path) => path.steps.map((step) => step.id)))
const left = ({ unreachable }: Plan) =>
  Object.fromEntries(unreachable.map(({ id, kind, ...reason }) => [id, reason]))

describe('what the target cannot do', () => {
  it('is left out, together with what lies behind it, and the missing things are named', () => {
    const made = plan(shop, { ...options, capabilities: [] })
    expect(left(made)).toEqual({
      'hall/mail': {
        why: 'needs-capability',
        reason: 'the target lacks what it needs: mailbox',
        missing: ['mailbox'],
      },
      'letter/key': {
        why: 'needs-capability',
        reason: 'the target lacks what it needs: security-key',
        missing: ['security-key'],
      },
      'letter/back': {
        why: 'behind',
        reason: 'it can only be reached over hall/mail, for which the target lacks mailbox',
        by: 'hall/mail',
        missing: ['mailbox'],
      },
      'safe/lock': {
        why: 'behind',
        reason: 'it can only be reached over hall/mail, for which the target lacks mailbox',
        by: 'hall/mail',
        missing: ['mailbox', 'security-key'],
      },
    })
    expect(made.covered).toHaveLength(8)
  })

  it('is nothing where it has everything, or if it is not known what it has', () => {
    expect(plan(shop, { ...options, capabilities: ['mailbox', 'security-key'] }).unreachable).toEqual([])
    expect(plan(shop, options).unreachable).toEqual([])
  })
})

describe('planning again', () => {
  const before = plan(shop, { maxSteps: Number.POSITIVE_INFINITY })

  it('goes around what failed and does not repeat what is covered', () => {
    const covered = ['door/look', 'door/ring', 'hall/out']
    const again = replan(before, { failed: ['door/enter'], covered })
    expect(again.unreachable).toEqual([])
    expect(again.covered.map(({ id }) => id).sort()).toEqual([
      'attic/down',
      'attic/read',
      'book/shut',
      'hall/mail',
      'hall/up',
      'letter/back',
      'letter/key',
      'safe/lock',
    ])

    expect(walked(again)).not.toContain('door/enter')
    expect(again.paths[0]?.steps[0]?.id).toBe('door/ring')
    expect(again.cost).toBeLessThan(before.cost)
    expect(again.cost).toBeGreaterThanOrEqual(again.lowerBound)
  })

  it('names what can only be reached over what failed', () => {
    const reason = 'it can only be reached over attic/read, which failed'
    expect(left(replan(before, { failed: ['attic/read'] }))).toEqual({
      'book/shut': { why: 'blocked', reason, by: 'attic/read' },
    })
  })

  it('remembers what failed and was covered before', () => {
    const first = replan(before, { failed: ['attic/read'], covered: ['door/look'] })
    const second = replan(first, { failed: ['letter/key'] })
    expect(Object.keys(left(second))).toEqual(['book/shut', 'safe/lock'])
    expect(second.covered.map(({ id }) => id)).not.toContain('door/look')
  })

  it('ends: when everything has failed or is covered, there is nothing left', () => {
    const covered = before.covered.map(({ id }) => id)
    expect(replan(before, { covered })).toMatchObject({ paths: [], cost: 0, lowerBound: 0 })
    expect(replan(before, { failed: ['door/enter', 'door/ring', 'door/look'] })).toMatchObject({ paths: [] })
  })

  it('knows pairs and states too', () => {
    const pairs = plan(shop, { depth: 'pairs' })
    const around = replan(pairs, { failed: ['safe/lock'], covered: ['door/look → door/look'] })
    expect(around.unreachable).toEqual(
      ['letter/key → safe/lock', 'safe/lock → letter/key', 'safe/lock → letter/back'].map((id) =>
        expect.objectContaining({ kind: 'transition-pair', id, why: 'blocked', by: 'safe/lock' }),
      ),
    )
    const states = plan(shop, { depth: 'states' })
    expect(replan(states, { failed: ['letter/key'] }).unreachable).toMatchObject([
      { kind: 'state', id: 'safe' },
    ])
  })

  it('refuses a copy of a plan, and ids that do not occur', () => {
    expect(() => replan({ ...before }, {})).toThrowError(expect.objectContaining({ code: 'unknown-plan' }))
    expect(() => replan(before, { failed: ['door/jump'] })).toThrowError(
      expect.objectContaining({ code: 'unknown-id' }),
    )
  })
})
