import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createColors } from 'picocolors'
import { expect, test } from 'vitest'
import { logIn } from '../../../machines/first-login/log-in.ts'
import { exitCodeOf } from '../exit-code.ts'
import { type Changed, makeResult } from '../fixtures/make-result.ts'
import type { CheckResult, CheckVerdict } from '../result.ts'
import { renderComparisons } from '../terminal/render-comparison.ts'
import { baselineOf, readBaseline } from './baseline.ts'
import { compare } from './compare.ts'
import { failingOf } from './failing.ts'

const folder = mkdtempSync(join(tmpdir(), 'doorstep-baseline-'))
const WRONG = 'password/password.wrong'
const EMPTY = 'emailAddress/email.empty'
const failed = (reason = 'Not there:\n the error.'): Changed => ({ verdict: 'failed', reason })

const check = (id: string, claims: [string, 'failed' | 'passed'][]): CheckVerdict => ({
  id,
  title: id,
  source: '1.1',
  level: 'MUST',
  expected: [],
  observed: [],
  ...(claims.some(([, verdict]) => verdict === 'failed')
    ? { verdict: 'failed', reason: 'Not so.' }
    : { verdict: 'passed' }),
  claims: claims.map(([id, verdict]) => ({
    id,
    statement: `it has ${id}`,
    verdict,
    observed: 'it has none',
  })),
})

const resultOf = (outcomes: Record<string, Changed> = {}, checks: CheckVerdict[] = []) =>
  makeResult({ flows: [logIn], outcomes, checks })

const red = resultOf({ [WRONG]: failed(), [EMPTY]: { verdict: 'inconclusive', reason: 'Silence.' } }, [
  check('SES3', [
    ['name', 'failed'],
    ['age', 'passed'],
  ]),
])

/** The result as the baseline of an earlier one makes it. */
const comparedWith = (result: CheckResult, before = red): CheckResult => ({
  ...result,
  baseline: { file: 'b.json', ...compare(failingOf(before), result) },
})
const ids = (ones: { id: string }[]) => ones.map(({ id }) => id)

test('a baseline is one line for each that fails, sorted, and read again as it was', () => {
  const file = join(folder, 'b.json')
  writeFileSync(file, baselineOf(red))
  expect(baselineOf(red)).toBe(`{
  "SES3.name": "failed: it has none",
  "log-in/${EMPTY}": "inconclusive: Silence.",
  "log-in/${WRONG}": "failed: Not there: the error."
}
`)
  expect(readBaseline(file)).toEqual(failingOf(red))
})

test('with nothing new the run ends well, although the target does not conform', () => {
  const result = comparedWith(red)
  expect(result.summary.conforms).toBe('no')
  expect(result.baseline?.new).toEqual([])
  expect(exitCodeOf(result)).toBe(0)
  expect(exitCodeOf(red)).toBe(1)
})

test('what fails and is not in it is new: another transition, or another claim of the same check', () => {
  const worse = comparedWith(
    resultOf({ [WRONG]: failed(), 'loginPage/log-in': failed() }, [
      check('SES3', [
        ['name', 'failed'],
        ['age', 'failed'],
      ]),
    ]),
  )
  expect(ids(worse.baseline?.new ?? [])).toEqual(['SES3.age', 'log-in/loginPage/log-in'])
  expect(exitCodeOf(worse)).toBe(1)
})

test('a new failure is new; something new and inconclusive is no verdict', () => {
  const failing = comparedWith(resultOf({ [EMPTY]: failed() }))
  expect(ids(failing.baseline?.new ?? [])).toEqual([`log-in/${EMPTY}`])
  const silent = comparedWith(
    resultOf({ [EMPTY]: { verdict: 'inconclusive', reason: 'Silence.' } }),
    resultOf(),
  )
  expect(exitCodeOf(silent)).toBe(2)
})

test('what is in it and passes is fixed, what was not tried is gone, and the advice is to update it', () => {
  const better = comparedWith(resultOf())
  expect(ids(better.baseline?.fixed ?? [])).toEqual([`log-in/${EMPTY}`, `log-in/${WRONG}`])
  expect(ids(better.baseline?.gone ?? [])).toEqual(['SES3.name'])
  expect(exitCodeOf(better)).toBe(0)
  const [said] = renderComparisons(better, createColors(false))
  expect(said).toContain(`Baseline b.json\n  fixed log-in/${EMPTY}`)
  expect(said).toContain('Call with --update-baseline')
})

test('a run that judges nothing is no success, whatever is known', () => {
  expect(exitCodeOf(comparedWith({ ...red, flows: [], checks: [] }))).toBe(2)
})

test('updating keeps what this run was not asked about, and drops what it was', () => {
  const before = failingOf(red)
  const part = { ...red, checks: [], flows: resultOf().flows }
  expect(JSON.parse(baselineOf(part, before))).toEqual({ 'SES3.name': 'failed: it has none' })
})

test.each([
  ['none.json', undefined, /none\.json does not exist: call once with --update-baseline/],
  ['a.json', '{', /a\.json cannot be read: /],
  ['c.json', '[]', /c\.json is none: it must be an object/],
  ['d.json', '{ "x": "broken" }', /d\.json has "broken" for x: it must begin with a verdict/],
])('%s is one sentence', (name, content, sentence) => {
  const file = join(folder, name)
  if (content) writeFileSync(file, content)
  expect(() => readBaseline(file)).toThrow(sentence)
})
