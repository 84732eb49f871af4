import { expect, test } from 'vitest'
import { Disproved, NotArranged, NotTestable, Unproven } from '../checks/bench/outcome.ts'
import { NotThere } from '../session/find.ts'
import { judgeCheck } from './judge-check.ts'

const claimed = { expected: ['something'] }

test('a check that ended with a claim has passed, one without a claim has proven nothing', () => {
  expect(judgeCheck(claimed)).toEqual({ verdict: 'passed' })
  expect(judgeCheck({ expected: [] }).verdict).toBe('inconclusive')
})

test.each([
  ['failed', new Disproved('Not so.')],
  ['not-testable', new NotTestable('No clock.')],
  ['config-error', new NotArranged('The tenant answered 500.')],
  ['inconclusive', new Unproven('Silence.')],
  ['inconclusive', new NotThere('a button', 'nothing')],
  ['inconclusive', new Error('net::ERR_CONNECTION_REFUSED')],
])('%s', (verdict, error) => {
  expect(judgeCheck(claimed, error)).toMatchObject({
    verdict,
    reason: expect.stringContaining(error.message),
  })
})
