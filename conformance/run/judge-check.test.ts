import { describe, expect, test } from 'vitest'
import { Claims } from '../checks/bench/claims.ts'
import { Disproved, NotArranged, NotTestable, Unproven } from '../checks/bench/outcome.ts'
import { NotThere } from '../session/find.ts'
import { MailRefused } from '../session/mail.ts'
import { judgeCheck } from './judge-check.ts'

const claims = (...judged: Parameters<Claims['judge']>[]) => {
  const all = new Claims({ name: 'it has a name', age: 'it has an age' })
  for (const one of judged) all.judge(...one)
  return all
}
const verdicts = (judged: ReturnType<typeof judgeCheck>) => judged.claims.map(({ verdict }) => verdict)

test('a check passes when each claim was judged and none failed', () => {
  const judged = judgeCheck(claims(['name', 'passed'], ['age', 'passed']))
  expect(judged).toMatchObject({ verdict: 'passed' })
  expect(verdicts(judged)).toEqual(['passed', 'passed'])
})

test('a claim that nothing judged is inconclusive, and so is its check', () => {
  const judged = judgeCheck(claims(['name', 'passed']))
  expect(judged.verdict).toBe('inconclusive')
  expect(verdicts(judged)).toEqual(['passed', 'inconclusive'])
})

test('one failed claim fails the check, and the others keep their verdicts', () => {
  const judged = judgeCheck(claims(['name', 'failed', 'it has none'], ['age', 'passed']))
  expect(judged).toMatchObject({ verdict: 'failed', reason: 'Expected: it has a name; seen: it has none.' })
  expect(verdicts(judged)).toEqual(['failed', 'passed'])
})

test('a failed claim outweighs what stopped the check later', () => {
  const judged = judgeCheck(claims(['name', 'failed', 'it has none']), new Unproven('No page.'))
  expect(judged.verdict).toBe('failed')
  expect(judged.claims[1]).toMatchObject({ verdict: 'inconclusive', observed: 'No page.' })
})

test('a claim that cannot be tested here does not keep a check from passing', () => {
  expect(judgeCheck(claims(['name', 'passed'], ['age', 'not-testable', 'No clock.'])).verdict).toBe('passed')
  const neither = claims(['name', 'not-testable', 'No clock.'], ['age', 'not-testable', 'No clock.'])
  expect(judgeCheck(neither)).toMatchObject({ verdict: 'not-testable', reason: 'No clock.' })
})

describe('what stopped a check', () => {
  test.each([
    ['inconclusive', new Disproved('name')],
    ['not-testable', new NotTestable('No clock.')],
    ['config-error', new NotArranged('The tenant answered 500.')],
    ['config-error', new MailRefused('It was too long.')],
    ['inconclusive', new Unproven('Silence.')],
    ['inconclusive', new NotThere('a button', 'nothing')],
    ['inconclusive', new Error('net::ERR_CONNECTION_REFUSED')],
  ])('%s', (verdict, error) => {
    expect(judgeCheck(claims(['name', 'passed']), error)).toMatchObject({ verdict })
  })
})
