import { describe, expect, test } from 'vitest'
import type { Verdict } from '../report/result.ts'
import { isCleared, isKilled, judgeDefect } from './judge-defect.ts'

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
    const open = [{ id: 'LNK1', verdict: 'inconclusive' as const }]
    const judged = judgeDefect({ verdicts: [...verdicts, ...open] }, ['log-in.4'])
    expect(judged.open).toEqual(open)
    expect(isKilled(judged)).toBe(false)
  })

  test('that names nothing is never killed', () => {
    expect(isKilled(judgeDefect({ verdicts: [] }, []))).toBe(false)
  })
})

describe('the sound tenant', () => {
  const cleared = (verdict: Verdict) => isCleared(judgeDefect({ verdicts: [{ id: 'OTP8', verdict }] }, []))

  test.each(['passed', 'not-testable'] as const)('is cleared by %s', (verdict) => {
    expect(cleared(verdict)).toBe(true)
  })

  test.each(['failed', 'inconclusive', 'config-error'] as const)('is not cleared by %s', (verdict) => {
    expect(cleared(verdict)).toBe(false)
  })
})
