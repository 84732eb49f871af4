import { expect, test } from 'vitest'
import type { Outcome } from '../report/result.ts'
import { cameOfCheck, cameOfPath, isProgress, progressLine, underWayLine } from './progress.ts'

const outcome = (edge: string, judged: { verdict: 'passed' } | { verdict: 'failed'; reason: string }) =>
  ({ edge, notes: [], expected: [], observed: [], took: 1, ...judged }) as Outcome

test.each([
  ['passed', [outcome('a/b', { verdict: 'passed' })], {}, '✓ 1/2 log-in-1 1.5 s'],
  [
    'failed',
    [outcome('a/b', { verdict: 'passed' }), outcome('b/c', { verdict: 'failed', reason: 'Not there:\n x' })],
    {},
    '✗ 1/2 log-in-1 1.5 s  b/c: Not there: x',
  ],
  ['not begun', [], { notBegun: 'It is down.' }, '! 1/2 log-in-1 1.5 s  It is down.'],
  ['stopped', [], { stopped: 'It hangs.' }, '? 1/2 log-in-1 1.5 s  It hangs.'],
  ['at fault', [], { fault: { reason: 'a bug', stack: '' } }, '‼ 1/2 log-in-1 1.5 s  a bug'],
])('a path that is %s', (_, outcomes, more, line) => {
  const said = progressLine(cameOfPath({ path: 'log-in-1', outcomes, ...more }), '1/2', 'log-in-1', 1_490)
  expect(said).toBe(line)
  expect(isProgress(said)).toBe(true)
})

test('a check that cannot be tested is not marked as passed; a long reason is cut', () => {
  const came = cameOfCheck({
    id: 'OTP8',
    verdict: 'not-testable',
    reason: 'x'.repeat(500),
    expected: [],
    observed: [],
    claims: [],
  })
  expect(progressLine(came, '2/2', 'OTP8', 100)).toBe(`○ 2/2 OTP8 0.1 s  ${'x'.repeat(140)}…`)
})

test('other output is no progress', () => {
  for (const line of ['Running 2 tests', '! warning', '✓ done']) expect(isProgress(line)).toBe(false)
})

const differs = outcome('a/b', { verdict: 'failed', reason: 'Not there: x' })
const acceptances = [{ name: 'log-in/a/b', reason: 'ours is y', of: ['log-in/a/b', 'OTP8'] }]

test('an accepted difference is no failure, and what failed besides still is', () => {
  const outcomes = [differs, outcome('b/c', { verdict: 'passed' })]
  const came = cameOfPath({ path: 'log-in-1', outcomes }, 'log-in', { acceptances })
  const said = progressLine(came, '1/2', 'log-in-1', 1_000, 'about 2 min left')
  expect(said).toBe('≈ 1/2 log-in-1 1.0 s · about 2 min left  accepted: a/b: Not there: x')
  expect(isProgress(said)).toBe(true)
  const worse = [...outcomes, outcome('c/d', { verdict: 'failed', reason: 'gone' })]
  expect(cameOfPath({ path: 'log-in-1', outcomes: worse }, 'log-in', { acceptances }).verdict).toBe('failed')
  expect(cameOfPath({ path: 'log-in-1', outcomes }, 'log-in', {}).verdict).toBe('failed')
})

test('so it is of a step that was done without something, and of a check', () => {
  const without = { ...outcome('a/b', { verdict: 'passed' }), accepted: ['there is none'] }
  expect(cameOfPath({ path: 'log-in-1', outcomes: [without] }, 'log-in')).toEqual({
    verdict: 'accepted',
    reason: 'accepted: a/b: there is none',
  })
  const claims = [{ id: 'once', statement: 'once only', verdict: 'failed' as const, observed: 'twice' }]
  const failed = {
    id: 'OTP8',
    verdict: 'failed' as const,
    reason: 'twice',
    expected: [],
    observed: [],
    claims,
  }
  expect(cameOfCheck(failed, { acceptances }).verdict).toBe('accepted')
  expect(cameOfCheck(failed).verdict).toBe('failed')
})

test('what takes minutes is named while it is under way', () => {
  const said = underWayLine('3/31', 'FLT.log-in', 125_000)
  expect(said).toBe('… 3/31 FLT.log-in has been under way for 2 min')
  expect(isProgress(said)).toBe(true)
})
