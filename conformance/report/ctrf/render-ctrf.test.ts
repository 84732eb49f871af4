import { validate } from 'ctrf'
import { expect, test } from 'vitest'
import { fullResult } from '../fixtures/full-result.ts'
import { renderCtrf } from './render-ctrf.ts'

const result = fullResult()
const report = JSON.parse(renderCtrf(result, 'http://localhost:4321'))
const { tests, summary } = report.results

const countBy = (ones: { tags: string[] }[], key: string, tag: string) => {
  const own = ones.filter(({ tags }) => tags.includes(tag))
  return Object.fromEntries(
    [...Map.groupBy(own, (one) => Reflect.get(one, key))].map(([k, v]) => [k, v.length]),
  )
}

test('is valid, and the schema refuses what it does not know', () => {
  expect(validate(report)).toMatchObject({ valid: true })
  const broken = structuredClone(report)
  broken.results.tests[0].status = 'fine'
  expect(validate(broken)).toMatchObject({ valid: false })
})

test('adds up: its totals are those of its tests, and the verdicts are those of the result', () => {
  expect(summary.tests).toBe(tests.length)
  for (const status of ['passed', 'failed', 'skipped'])
    expect(summary[status]).toBe(tests.filter((one: { status: string }) => one.status === status).length)
  expect(summary.passed + summary.failed + summary.skipped).toBe(summary.tests)
  expect(countBy(tests, 'rawStatus', 'step')).toEqual(result.summary.steps)
  expect(countBy(tests, 'rawStatus', 'check')).toEqual(result.summary.checks)
  expect(summary.stop - summary.start).toBe(61_200)
  const ids = tests.map(({ testId }: { testId: string }) => testId)
  expect(new Set(ids).size).toBe(ids.length)
})

test('a test says what was seen and where it is written', () => {
  result.flows
    .flatMap(({ steps }) => steps)
    .forEach((step, n) => {
      step.documented = `docs/page.md:${n + 1}`
    })
  const again = JSON.parse(renderCtrf(result, 'http://localhost:4321')).results.tests
  const failed = again.find((one: { rawStatus: string }) => one.rawStatus === 'failed')
  expect(failed).toMatchObject({ filePath: 'docs/page.md', line: expect.any(Number), status: 'failed' })
  expect(failed.trace).toContain('observed')
})
