import { describe, expect, test } from 'vitest'
import { isKilled, judgeDefect } from './judge-defect.ts'

const verdicts = [
  { id: 'log-in.4', verdict: 'failed' as const },
  { id: 'log-in.5', verdict: 'blocked' as const },
  { id: 'OTP1', verdict: 'passed' as const },
]

describe('a defect', () => {
  test('is killed by exactly what it names', () => {
    const judged = judgeDefect({ verdicts }, ['log-in.4'])
    expect(judged).toEqual({ caught: ['log-in.4'], missed: [], accused: [], open: [] })
    expect(isKilled(judged)).toBe(true)
  })

  test('survives where one of those does not fail', () => {
    const judged = judgeDefect({ verdicts }, ['log-in.4', 'OTP1'])
    expect(judged.missed).toEqual(['OTP1'])
    expect(isKilled(judged)).toBe(false)
  })

  test('must not make anything else fail', () => {
    const judged = judgeDefect({ verdicts: [...verdicts, { id: 'LNK1', verdict: 'failed' }] }, ['log-in.4'])
    expect(judged.accused).toEqual(['LNK1'])
    expect(isKilled(judged)).toBe(false)
  })

  test('must leave nothing open', () => {
    const more = [...verdicts, { id: 'LNK1', verdict: 'inconclusive' as const }]
    const judged = judgeDefect({ verdicts: more }, ['log-in.4'])
    expect(judged.open).toEqual(['LNK1 is inconclusive'])
    expect(isKilled(judged)).toBe(false)
  })

  test('that names nothing is never killed', () => {
    expect(isKilled(judgeDefect({ verdicts: [] }, []))).toBe(false)
  })
})
