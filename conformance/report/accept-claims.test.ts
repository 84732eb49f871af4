import { expect, test } from 'vitest'
import { acceptClaims } from './accept-claims.ts'
import type { Acceptance } from './acceptance.ts'
import { judgedAs } from './fixtures/judged-as.ts'
import type { CheckVerdict, ClaimResult } from './result.ts'

const today = '2026-11-01'

const claim = (
  id: string,
  verdict: ClaimResult['verdict'],
  more: Partial<ClaimResult> = {},
): ClaimResult => ({
  id,
  statement: `it has ${id}`,
  verdict,
  ...more,
})

const check = (claims: ClaimResult[], more: Partial<CheckVerdict> = {}): CheckVerdict =>
  ({
    ...judgedAs('failed'),
    id: 'SES3',
    title: 'The cookie is protected',
    source: '3.3.1',
    level: 'MUST',
    expected: [],
    observed: [],
    claims,
    ...more,
  }) as CheckVerdict

const accept = (name: string, more: Partial<Acceptance> = {}): Acceptance => ({
  name,
  of: [name],
  reason: 'We know.',
  ...more,
})

const judge = (one: CheckVerdict, ...acceptances: Acceptance[]) => acceptClaims(one, acceptances, today)

const differs = claim('name', 'failed', { observed: 'it is called sid' })

test('a check of which only an accepted claim failed is accepted, with reason and day', () => {
  const judged = judge(
    check([differs, claim('age', 'passed')]),
    accept('SES3.name', { seen: 'called SID', until: '2026-12-31' }),
  )
  expect(judged).toMatchObject({
    verdict: 'accepted',
    reason: 'Expected: it has name; seen: it is called sid. Accepted until 2026-12-31: We know.',
    accepted: ['We know.'],
    until: '2026-12-31',
  })
  expect(judged.claims.map(({ verdict }) => verdict)).toEqual(['accepted', 'passed'])
})

test('another claim that failed fails the check, and its reason is reported', () => {
  const judged = judge(check([differs, claim('age', 'failed', { observed: 'none' })]), accept('SES3.name'))
  expect(judged).toMatchObject({ verdict: 'failed', reason: 'Expected: it has age; seen: none.' })
  expect(judged.claims.map(({ verdict }) => verdict)).toEqual(['accepted', 'failed'])
})

test('an acceptance of the check is one of each of its claims; that of a claim comes first', () => {
  const both = check([differs, claim('age', 'failed', { observed: 'none' })])
  expect(judge(both, accept('SES3')).verdict).toBe('accepted')
  const other = accept('SES3.age', { seen: 'a year' })
  expect(judge(both, accept('SES3'), other)).toMatchObject({
    verdict: 'failed',
    reason:
      'Expected: it has age; seen: none. What was seen is not what `accept` of SES3.age describes: “a year”.',
  })
})

test('someone who is logged in and may not be stays failed', () => {
  const judged = judge(check([{ ...differs, wrongSession: true }]), accept('SES3.name'))
  expect(judged.verdict).toBe('failed')
  expect(judged.reason).toMatch(/does not cover a difference in who is signed in\.$/)
})

test('a claim that nothing is known of stays inconclusive, and so does what stopped the check', () => {
  const silent = check([differs, claim('age', 'inconclusive', { observed: 'ECONNREFUSED' })])
  expect(judge(silent, accept('SES3'))).toMatchObject({
    verdict: 'inconclusive',
    reason: 'Not proven: it has age; ECONNREFUSED',
  })
  const late = check([differs], { stopped: 'It was not done in the 60 s it may take.' })
  expect(judge(late, accept('SES3'))).toMatchObject({
    verdict: 'inconclusive',
    reason: 'It was not done in the 60 s it may take.',
  })
})

test('what could not be judged without an accepted claim cannot be tested', () => {
  const behind = claim('age', 'inconclusive', { behind: 'name' })
  const judged = judge(check([differs, behind]), accept('SES3.name'))
  expect(judged.verdict).toBe('accepted')
  expect(judged.claims[1]).toMatchObject({ verdict: 'not-testable' })
})

test('a check that did not fail is not changed', () => {
  for (const verdict of ['config-error', 'harness-error', 'inconclusive'] as const) {
    const one = check([differs], judgedAs(verdict, 'ECONNREFUSED') as Partial<CheckVerdict>)
    expect(judge(one, accept('SES3'))).toBe(one)
  }
})
