import { describe, expect, test } from 'vitest'
import { judgedAs } from '../report/fixtures/judged-as.ts'
import type { Outcome, PathRun } from '../report/result.ts'
import { around, type Learned, learn, nothingLearned, over } from './learn.ts'

const paths = [{ id: 'f-1', flow: 'f', given: '', events: [] }]

/** `a` passed, `b!` did not, `c?` did not but its screen was there, `d~` is an accepted difference. */
const run = (...edges: string[]): PathRun => ({
  path: 'f-1',
  outcomes: edges.map((edge): Outcome => {
    const sign = edge.at(1)
    return {
      edge: edge.charAt(0),
      ...judgedAs(sign ? 'failed' : 'passed'),
      ...(sign === '?' && { onScreen: true }),
      ...(sign === '~' && { onScreen: true, wentOn: true }),
      expected: [],
      observed: [],
      notes: [],
      took: 1,
    }
  }),
})

function learned(...runs: PathRun[]) {
  const of: Learned = nothingLearned()
  const all = new Map([['f', of]])
  const news = runs.map((run) => learn(paths, [run], all))
  return { news, around: around(of), over: over(of) }
}

test('what passed is known, and there is nothing to go over', () => {
  expect(learned(run('a', 'b'))).toEqual({
    news: [false],
    around: { passed: ['a', 'b'], notPassed: [] },
    over: undefined,
  })
})

test('an accepted difference is as good as passed', () => {
  expect(learned(run('a~', 'b')).around).toEqual({ passed: ['a', 'b'], notPassed: [] })
})

test('what did not pass is news once', () => {
  expect(learned(run('a', 'b!'), run('b!'))).toMatchObject({
    news: [true, false],
    around: { passed: ['a'], notPassed: ['b'] },
    over: undefined,
  })
})

describe('what was seen behind one that did not pass', () => {
  const { news, ...ways } = learned(run('a', 'b?', 'c', 'd?', 'e!'))

  test('is sought again on a way around', () => {
    expect(news).toEqual([true])
    expect(ways.around).toEqual({ passed: ['a'], notPassed: ['b'] })
  })

  test('is known on a way over it, which ends only where no screen was', () => {
    expect(ways.over).toEqual({ passed: ['a', 'b', 'c', 'd'], notPassed: ['e'] })
  })
})

test('where a way ends behind is news, but closes nothing that passed from a sound state', () => {
  const { news, over } = learned(run('b?'), run('b?', 'e!'), run('b?', 'e!'), run('e'))
  expect(news).toEqual([true, true, false, false])
  expect(over?.notPassed).toEqual([])
})
