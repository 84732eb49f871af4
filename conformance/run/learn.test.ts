import { expect, test } from 'vitest'
import type { Outcome, PathRun, Verdict } from '../report/result.ts'
import { learn } from './learn.ts'
import type { Known } from './plan-paths.ts'

const paths = [{ id: 'f-1', flow: 'f', given: '', events: [] }]
const run = (...came: [string, Verdict][]): PathRun => ({
  path: 'f-1',
  outcomes: came.map(
    ([edge, verdict]): Outcome => ({ edge, verdict, expected: [], observed: [], notes: [], took: 1 }),
  ),
})

function learned(...runs: PathRun[]) {
  const known = new Map<string, Known>([['f', { passed: [], notPassed: [] }]])
  return { news: learn(paths, runs, known), ...known.get('f') }
}

test('what passed is known', () => {
  expect(learned(run(['a', 'passed'], ['b', 'passed']))).toEqual({
    news: false,
    passed: ['a', 'b'],
    notPassed: [],
  })
})

test('what did not pass is news, and what was seen behind it is to be walked again', () => {
  const behind = run(['a', 'passed'], ['b', 'failed'], ['c', 'blocked'], ['d', 'passed'])
  expect(learned(behind)).toEqual({ news: true, passed: ['a'], notPassed: ['b'] })
})

test('the same once more is no news', () => {
  expect(learned(run(['b', 'failed']), run(['b', 'failed']))).toMatchObject({ news: true, notPassed: ['b'] })
  const known = new Map<string, Known>([['f', { passed: [], notPassed: ['b'] }]])
  expect(learn(paths, [run(['b', 'failed'])], known)).toBe(false)
})

test('an accepted difference is as good as passed', () => {
  const { outcomes } = run(['a', 'failed'], ['b', 'passed'])
  const accepted = {
    path: 'f-1',
    outcomes: outcomes.map((one, n) => (n === 0 ? { ...one, wentOn: true as const } : one)),
  }
  expect(learned(accepted)).toEqual({ news: false, passed: ['a', 'b'], notPassed: [] })
})
