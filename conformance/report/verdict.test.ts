import { expect, test } from 'vitest'
import { judgedAs } from './fixtures/judged-as.ts'
import { judged, verdictNames } from './verdict.ts'

test.each(verdictNames)('%s is one of the verdicts, with all that belongs to it', (verdict) => {
  expect(judged.parse(judgedAs(verdict))).toEqual(judgedAs(verdict))
})

test.each([
  [{ verdict: 'passed', reason: 'why' }],
  [{ verdict: 'failed' }],
  [{ verdict: 'failed', reason: 'why', blockedBy: 'a/go' }],
  [{ verdict: 'failed', reason: 'why', notPlanned: 'behind' }],
  [{ verdict: 'accepted', reason: 'why' }],
  [{ verdict: 'accepted', reason: 'why', accepted: [] }],
  [{ verdict: 'blocked', reason: 'why' }],
  [{ verdict: 'harness-error', reason: 'why' }],
  [{ verdict: 'config-error', reason: 'why', stack: 'Error' }],
])('%j is no verdict', (wrong) => {
  expect(judged.safeParse(wrong).success).toBe(false)
})
