import { expect, test } from 'vitest'
import type { CheckVerdict, FlowResult, Verdict } from './result.ts'
import { summarize } from './summarize.ts'

const flow = {
  steps: [{ verdict: 'passed' }],
  transitions: [{ verdict: 'passed' }, { verdict: 'passed' }],
} as FlowResult

const check = (level: CheckVerdict['level'], verdict: Verdict) => ({ level, verdict }) as CheckVerdict

test.each<[CheckVerdict['level'], Verdict, string]>([
  ['MUST', 'passed', 'yes'],
  ['MUST', 'failed', 'no'],
  ['MUST', 'inconclusive', 'unknown'],
  ['MUST', 'config-error', 'unknown'],
  ['MUST', 'not-testable', 'yes'],
  ['SHOULD', 'failed', 'yes'],
  ['SHOULD', 'inconclusive', 'yes'],
  ['MUST', 'harness-error', 'unknown'],
  ['SHOULD', 'harness-error', 'unknown'],
])('where everything else passed, a %s that is %s makes “conforms” %s', (level, verdict, conforms) => {
  const summary = summarize([flow], [check('MUST', 'passed'), check(level, verdict)])
  expect(summary).toMatchObject({ conforms, steps: { passed: 1 }, transitions: { passed: 2 } })
  expect(summary.checks[verdict]).toBe(verdict === 'passed' ? 2 : 1)
})

test('without a single verdict that counts, there is no verdict on the target', () => {
  expect(summarize([], [check('SHOULD', 'passed')]).conforms).toBe('unknown')
})

test('counts what was asked for, what was tried, and what was left out', () => {
  const tried = { took: 7 } as const
  const checks = [
    { ...check('MUST', 'passed'), ...tried },
    { ...check('MUST', 'inconclusive'), ...tried },
    { ...check('MUST', 'not-testable'), ...tried },
    check('MUST', 'harness-error'),
  ] as CheckVerdict[]
  expect(summarize([flow], checks).obligations).toEqual({ planned: 6, run: 2, leftOut: 4 })
})
