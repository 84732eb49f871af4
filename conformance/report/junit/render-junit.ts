import XMLBuilder from 'fast-xml-builder'
import { type Case, suitesOf } from '../cases.ts'
import type { CheckResult } from '../result.ts'

/** What XML 1.0 has no way to write (section 2.2) is replaced. */
const writable = (_: string, value: unknown) =>
  String(value).replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD')

const xml = new XMLBuilder({
  attributesGroupName: '@',
  attributeNamePrefix: '',
  textNodeName: '#',
  ignoreAttributes: false,
  suppressBooleanAttributes: false,
  suppressEmptyNode: true,
  format: true,
  attributeValueProcessor: writable,
  tagValueProcessor: writable,
})

/** The result for a CI. Elements and attributes are those that Jenkins, GitLab and GitHub's readers share. Times are seconds. */
export function renderJunit(result: CheckResult, site: string): string {
  const { target, date, took } = result
  const suites = suitesOf(result, site)
  const all = suites.flatMap(({ cases }) => cases)
  const { skipped: _, ...totals } = countsOf(all)
  return xml.build({
    '?xml': { '@': { version: '1.0', encoding: 'UTF-8' } },
    testsuites: {
      '@': { name: `${target.name} ${target.url}`, ...totals, time: took.toFixed(3) },
      testsuite: suites.map(({ name, cases }) => ({
        '@': { name, ...countsOf(cases), time: secondsOf(cases), timestamp: date.slice(0, 19) },
        testcase: cases.map(elementOf),
      })),
    },
  })
}

function elementOf({ classname, name, took, outcome }: Case) {
  const attributes = { classname, name, time: (took / 1000).toFixed(3) }
  if (!outcome) return { '@': attributes }
  const { kind, type, message, text } = outcome
  return { '@': attributes, [kind]: { '@': { type, message }, ...(text && { '#': text }) } }
}

function countsOf(cases: Case[]) {
  const those = (kind: string) => cases.filter(({ outcome }) => outcome?.kind === kind).length
  return {
    tests: cases.length,
    failures: those('failure'),
    errors: those('error'),
    skipped: those('skipped'),
  }
}

const secondsOf = (cases: Case[]) => (cases.reduce((sum, { took }) => sum + took, 0) / 1000).toFixed(3)
