import { describe, expect, test } from 'vitest'
import { logIn } from '../../machines/first-login/log-in.ts'
import { edgesOf } from '../../machines/model/edges.ts'
import { completeChecks, completeFlow } from './complete.ts'
import { makeResult } from './fixtures/make-result.ts'
import type { CheckVerdict, FlowResult } from './result.ts'

const [whole] = makeResult({ flows: [logIn] }).flows
const asked = new Set(edgesOf(logIn).map(({ id }) => id))
const isLost = ({ verdict, reason = '' }: { verdict: string; reason?: string | undefined }) =>
  verdict === 'harness-error' && reason.startsWith('This is a fault of Doorstep')

/** Ids of what was found to be missing. */
const lostOf = ({ transitions, steps, sentences }: FlowResult) =>
  [...transitions, ...steps, ...sentences].filter(isLost).map(({ id }) => id)

describe('of a flow', () => {
  test('a result that has everything stays as it is', () => {
    expect(completeFlow(logIn, asked, whole)).toBe(whole)
  })

  test.each([...asked])('the transition %s without an outcome is a fault of Doorstep, and named', (id) => {
    if (!whole) return expect.unreachable()
    const transitions = whole.transitions.filter((one) => one.id !== id)
    const result = completeFlow(logIn, asked, { ...whole, transitions })
    expect(lostOf(result)).toEqual([id])
    expect(result.transitions.find((one) => one.id === id)?.reason).toContain(`log-in/${id}`)
    expect(result.verdict).toBe('harness-error')
  })

  test('a step, and a result that is missing as a whole', () => {
    if (!whole) return expect.unreachable()
    const steps = whole.steps.filter(({ id }) => id !== 'log-in.4')
    expect(lostOf(completeFlow(logIn, asked, { ...whole, steps }))).toEqual(['log-in.4'])
    const lost = lostOf(completeFlow(logIn, asked))
    expect(lost).toEqual([...asked, ...whole.steps.map(({ id }) => id)])
  })

  test('of what was not asked for, nothing is missing', () => {
    expect(lostOf(completeFlow(logIn, new Set(['mail/open-tenant-link'])))).toEqual([
      'mail/open-tenant-link',
      'log-in.1',
    ])
  })
})

test('a check without an outcome is a fault of Doorstep, in its place', () => {
  const check = (id: string) => ({ id, title: id, source: '6.4.1', level: 'SHOULD' as const })
  const made: CheckVerdict[] = [
    { ...check('LNK2'), verdict: 'passed', expected: [], observed: [], claims: [] },
  ]
  const all = completeChecks([check('LNK1'), check('LNK2')], made)
  expect(all.map(({ id, verdict }) => [id, verdict])).toEqual([
    ['LNK1', 'harness-error'],
    ['LNK2', 'passed'],
  ])
  expect(all[0]?.reason).toContain('the check LNK1')
})
