import { expect, test } from 'vitest'
import type { Verdict } from './result.ts'
import { conforms, count, exitCodes, verdictOfAll } from './verdicts.ts'

test.each<[Verdict[], Verdict, number]>([
  [['passed', 'passed'], 'passed', 0],
  [['passed', 'not-testable'], 'passed', 0],
  [['accepted', 'passed'], 'accepted', 0],
  [['accepted', 'inconclusive'], 'inconclusive', 2],
  [['passed', 'blocked', 'failed'], 'failed', 1],
  [['passed', 'config-error', 'failed'], 'failed', 1],
  [['passed', 'config-error'], 'config-error', 2],
  [['passed', 'inconclusive'], 'inconclusive', 2],
  [['not-testable'], 'not-testable', 2],
  [[], 'inconclusive', 2],
])('%j is %s and ends with %i', (verdicts, verdict, code) => {
  expect(verdictOfAll(verdicts)).toBe(verdict)
  expect(exitCodes[conforms(verdicts)]).toBe(code)
})

test('counts what there is', () => {
  expect(count(['passed', 'failed', 'passed'])).toEqual({ passed: 2, failed: 1 })
})
