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
    const judged = judgeDefect({ verdicts }, { fails: ['log-in.4'] })
    expect(judged).toEqual({ caught: ['log-in.4'], missed: [], accused: [], open: [] })
    expect(isKilled(judged)).toBe(true)
  })

  test('survives where one of those does not fail', () => {
    const judged = judgeDefect({ verdicts }, { fails: ['log-in.4', 'OTP1'] })
    expect(judged.missed).toEqual(['OTP1'])
    expect(isKilled(judged)).toBe(false)
  })

  test('must not make anything else fail', () => {
    const judged = judgeDefect(
      { verdicts: [...verdicts, { id: 'LNK1', verdict: 'failed' }] },
      { fails: ['log-in.4'] },
    )
    expect(judged.accused).toEqual(['LNK1'])
    expect(isKilled(judged)).toBe(false)
  })

  test('must leave nothing open', () => {
    const open = [{ id: 'LNK1', verdict: 'inconclusive' as const }]
    const judged = judgeDefect({ verdicts: [...verdicts, ...open] }, { fails: ['log-in.4'] })
    expect(judged.open).toEqual(open)
    expect(isKilled(judged)).toBe(false)
  })

  test('that names nothing is never killed', () => {
    expect(isKilled(judgeDefect({ verdicts: [] }, { fails: [] }))).toBe(false)
  })
})

describe('the sound tenant', () => {
  const cleared = (verdict: Verdict) =>
    isCleared(judgeDefect({ verdicts: [{ id: 'OTP8', verdict }] }, { fails: [] }))

  test.each(['passed', 'not-testable'] as const)('is cleared by %s', (verdict) => {
    expect(cleared(verdict)).toBe(true)
  })

  test.each(['failed', 'inconclusive', 'config-error'] as const)('is not cleared by %s', (verdict) => {
    expect(cleared(verdict)).toBe(false)
  })
})

describe('a defect that makes everything refused', () => {
  const unproven = ['OTP3']
  const made = (verdict: Verdict) => ({ verdicts: [{ id: 'OTP3', verdict }] })

  test.each(['inconclusive', 'config-error'] as const)('is caught where its check is %s', (verdict) => {
    expect(isKilled(judgeDefect(made(verdict), { fails: [], unproven }))).toBe(true)
  })

  test.each(['passed', 'failed'] as const)('survives where its check has %s', (verdict) => {
    expect(isKilled(judgeDefect(made(verdict), { fails: [], unproven }))).toBe(false)
  })
})

describe('a claim that is named', () => {
  const check = (...failed: string[]) => ({
    verdicts: [
      { id: 'SES3', verdict: 'failed' as const },
      ...['name', 'secure'].map((id) => ({
        id: `SES3.${id}`,
        of: 'SES3',
        verdict: failed.includes(id) ? ('failed' as const) : ('passed' as const),
      })),
    ],
  })

  test('counts for its check, and no other claim may fail', () => {
    expect(isKilled(judgeDefect(check('name'), { fails: ['SES3.name'] }))).toBe(true)
    expect(judgeDefect(check('name', 'secure'), { fails: ['SES3.name'] }).accused).toEqual(['SES3.secure'])
  })

  test('need not be where its check is', () => {
    expect(isKilled(judgeDefect(check('name', 'secure'), { fails: ['SES3'] }))).toBe(true)
  })
})
