import { type Case, suitesOf } from '../cases.ts'
import { placeOf } from '../place.ts'
import type { CheckResult } from '../result.ts'

/** The version of the Common Test Report Format. */
const SPEC_VERSION = '0.0.0'

/** What was not proven is no success; what was not tried is skipped. The verdict itself is the raw status. */
const statuses = { failure: 'failed', error: 'failed', skipped: 'skipped' } as const

const statusOf = ({ outcome }: Case) => (outcome ? statuses[outcome.kind] : 'passed')

/** The result in the Common Test Report Format (https://ctrf.io): the same cases as for JUnit. Times are milliseconds. */
export function renderCtrf(result: CheckResult, site: string): string {
  const { target, date, took, provenance, summary } = result
  const suites = suitesOf(result, site)
  const cases = suites.flatMap((suite) => suite.cases)
  const count = (status: ReturnType<typeof statusOf>) =>
    cases.filter((one) => statusOf(one) === status).length
  const start = Date.parse(date)
  const duration = Math.round(took * 1000)
  const report = {
    reportFormat: 'CTRF',
    specVersion: SPEC_VERSION,
    timestamp: date,
    generatedBy: 'doorstep',
    results: {
      tool: { name: 'doorstep', version: provenance.doorstep },
      summary: {
        tests: cases.length,
        passed: count('passed'),
        failed: count('failed'),
        skipped: count('skipped'),
        pending: 0,
        other: 0,
        suites: suites.length,
        start,
        stop: start + duration,
        duration,
        extra: summary,
      },
      tests: suites.flatMap(({ name, cases }) => cases.map((one) => testOf(one, name))),
      environment: {
        appName: target.name,
        ...(provenance.build !== undefined && { appVersion: provenance.build }),
        extra: { url: target.url, ...(target.defect && { defect: target.defect }) },
      },
    },
  }
  return `${JSON.stringify(report, null, 2)}\n`
}

function testOf(one: Case, suite: string) {
  const { id, of, name, verdict, took, place, outcome } = one
  const { file, line } = placeOf(place) ?? {}
  return {
    testId: id,
    name,
    status: statusOf(one),
    rawStatus: verdict,
    duration: Math.round(took),
    suite: [suite],
    tags: [of],
    ...(outcome && { message: outcome.message }),
    ...(outcome?.text && { trace: outcome.text }),
    ...(file && { filePath: file }),
    ...(line !== undefined && { line }),
  }
}
