import { expect, test } from 'vitest'
import { Claims } from '../checks/bench/claims.ts'
import { CheckFault, Disproved } from '../checks/bench/outcome.ts'
import { judgeCheck } from './judge-check.ts'
import { judgeFailure } from './judge-failure.ts'
import { judgeHarnessFault } from './judge-harness-fault.ts'

const thrown = (action: () => unknown): unknown => {
  try {
    action()
  } catch (error) {
    return error
  }
  throw new Error('Nothing was thrown.')
}

const mistake = thrown(() => (undefined as unknown as { found: string }).found)

/** An error of code that is somewhere else. */
const from = (frame: string) =>
  Object.assign(new TypeError('found is undefined'), {
    stack: `TypeError: found is undefined\n    at ${frame}`,
  })

test('a mistake in our own code is a fault of Doorstep, with the place', () => {
  const fault = {
    verdict: 'harness-error',
    reason: expect.stringMatching(
      /^This is a fault of Doorstep, not of the target: please report it\. .*found/,
    ),
    stack: expect.stringContaining('judge-harness-fault.test.ts'),
  }
  expect(judgeHarnessFault(mistake)).toMatchObject(fault)
  expect(judgeFailure(mistake)).toMatchObject({ ...fault, expected: [], observed: [] })
  expect(judgeCheck(new Claims({ name: 'it has a name' }), new CheckFault('no such claim')).verdict).toBe(
    'harness-error',
  )
  expect(judgeCheck(new Claims({ name: 'it has a name' }), mistake)).toMatchObject(fault)
})

test.each([
  ['a profile', from('ready (/home/team/doorstep.config.ts:12:3)')],
  ['a pack', from('/home/team/pack/log-in.ts:12:3')],
  ['a profile of ours', from(`ready (${import.meta.dirname}/doorstep.config.ts:12:3)`)],
  ['Node', thrown(() => new URL('nonsense'))],
  ['an unreachable target', new TypeError('fetch failed', { cause: new Error('ECONNREFUSED') })],
  ['a claim', new Disproved('name')],
])('what %s throws is not', (what, error) => {
  if (what === 'an unreachable target')
    (error as Error).stack = 'TypeError: fetch failed\n    at node:internal/deps/undici/undici:1:1'
  expect(judgeHarnessFault(error)).toBeUndefined()
})
