import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' }
import Ajv from 'ajv-draft-04'
import { expect, test } from 'vitest'
import { compare } from '../compare/compare.ts'
import { failingOf, isFailing } from '../compare/failing.ts'
import { fullResult } from '../fixtures/full-result.ts'
import type { CheckResult } from '../result.ts'
import { renderSarif } from './render-sarif.ts'

const isSarif = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema)

interface Result {
  ruleId: string
  level: string
  baselineState?: string
  properties: { verdict: string; of: string }
  locations?: { physicalLocation: { artifactLocation: { uri: string }; region?: { startLine: number } } }[]
}

function runOf(result: CheckResult) {
  const log = JSON.parse(renderSarif(result, 'http://localhost:4321'))
  expect(isSarif(log), JSON.stringify(isSarif.errors)).toBe(true)
  return log.runs[0] as { results: Result[]; properties: { summary: CheckResult['summary'] } }
}

test('the schema refuses a level that there is none of', () => {
  const log = JSON.parse(renderSarif(fullResult(), 'http://localhost:4321'))
  log.runs[0].results[0].level = 'fatal'
  expect(isSarif(log)).toBe(false)
})

test('adds up: as many results of each kind and verdict as the summary has, where they speak against the target', () => {
  const result = fullResult()
  const { results, properties } = runOf(result)
  expect(properties.summary).toEqual(result.summary)
  for (const [of, counts] of [
    ['step', result.summary.steps],
    ['check', result.summary.checks],
  ] as const)
    for (const [verdict, count] of Object.entries(counts)) {
      const own = results.filter(({ properties: p }) => p.of === of && p.verdict === verdict)
      expect([of, verdict, own.length]).toEqual([of, verdict, isFailing(verdict as 'failed') ? count : 0])
    }
})

test('a result is at the line of the documentation, as a URI; a check is at some file', () => {
  const result = fullResult()
  for (const flow of result.flows)
    for (const step of flow.steps) step.documented = `docs/log in/page#1.md:${step.id.split('.')[1]}`
  const { results } = runOf(result)
  const step = results.find(({ properties }) => properties.of === 'step')
  const { artifactLocation, region } = step?.locations?.[0]?.physicalLocation ?? {}
  expect(artifactLocation).toEqual({ uri: 'docs/log%20in/page%231.md', uriBaseId: 'SRCROOT' })
  expect(region?.startLine).toBe(Number(step?.ruleId.split('.')[1]))
  expect(results.every(({ locations }) => locations?.length === 1)).toBe(true)
})

test('what the baseline knows is unchanged and a warning; what it does not know is new', () => {
  const result = fullResult()
  const known = failingOf(result).filter(({ id }) => !id.startsWith('LNK1'))
  const { results } = runOf({ ...result, baseline: { file: 'b.json', ...compare(known, result) } })
  const stateOf = (id: string) => results.find(({ ruleId }) => ruleId === id)
  expect(stateOf('LNK1')).toMatchObject({ baselineState: 'new', level: 'error' })
  const steps = results.filter(({ properties }) => properties.of === 'step')
  expect(steps.length).toBeGreaterThan(0)
  for (const step of steps) expect(step).toMatchObject({ baselineState: 'unchanged', level: 'warning' })
})
