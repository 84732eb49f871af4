import { expect, test } from 'vitest'
import type { Verdict } from './result.ts'
import { conforms, count, exitCodes, nothingJudged, verdictOfAll } from './verdicts.ts'

test.each<[Verdict[], Verdict, number]>([
  [['passed', 'passed'], 'passed', 0],
  [['passed', 'not-testable'], 'passed', 0],
  [['accepted', 'passed'], 'accepted', 0],
  [['accepted', 'inconclusive'], 'inconclusive', 2],
  [['passed', 'blocked', 'failed'], 'failed', 1],
  [['passed', 'config-error', 'failed'], 'failed', 1],
  [['passed', 'config-error'], 'config-error', 2],
  [['passed', 'config-error', 'harness-error'], 'harness-error', 2],
  [['passed', 'harness-error', 'failed'], 'failed', 1],
  [['blocked', 'config-error'], 'config-error', 2],
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

test('where nothing passed, failed or was accepted, nothing was judged and the command ends with 2', () => {
  const silent: Verdict[] = ['blocked', 'not-testable', 'inconclusive', 'config-error', 'harness-error']
  expect(nothingJudged(silent)).toBe(true)
  expect(nothingJudged([])).toBe(true)
  for (const verdict of silent) expect(exitCodes[conforms([verdict])]).toBe(2)
  for (const verdict of ['passed', 'failed', 'accepted'] as const)
    expect(nothingJudged([...silent, verdict])).toBe(false)
})
