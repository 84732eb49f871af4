import { expect, test } from 'vitest'
import type { Exchange } from '../report/result.ts'
import type { Judgement } from './judge.ts'
import { unlessUnavailable } from './unavailable.ts'

const judgement: Judgement = {
  verdict: 'failed',
  reason: 'Not there: the heading “Dashboard”.',
  expected: [],
  observed: [],
}

const answer = (status: number, type = 'document'): Exchange => ({
  method: 'GET',
  url: 'https://shop.example/home',
  type,
  status,
})

test('a server that has no time now accuses nobody', () => {
  expect(unlessUnavailable(judgement, [answer(200), answer(503)])).toEqual({
    ...judgement,
    verdict: 'inconclusive',
    reason:
      'The target has no time: https://shop.example/home answers 503. Not there: the heading “Dashboard”.',
  })
})

test.each([
  ['a page that is broken', judgement, [answer(500)]],
  ['a server that has time again', judgement, [answer(503), answer(200)]],
  ['what a script has asked for', judgement, [answer(200), answer(503, 'fetch')]],
  ['somebody who is logged in wrongly', { ...judgement, wrongSession: true as const }, [answer(503)]],
  ['what has passed', { verdict: 'passed' as const, expected: [], observed: [] }, [answer(503)]],
])('%s is judged as it is', (_, judged, wire) => {
  expect(unlessUnavailable(judged, wire)).toBe(judged)
})
