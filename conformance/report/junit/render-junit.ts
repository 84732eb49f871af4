import { create } from 'xmlbuilder2'
import { besideDocumentation } from '../in-words.ts'
import type { CheckResult, FlowResult } from '../result.ts'
import { type Case, caseOfCheck, caseOfStale, caseOfStep, caseOfTransition } from './cases.ts'

/**
 * The result for a CI: a suite for each flow, in it a case for each documented step and sentence and for each transition
 * beside the documentation, and a suite of the checks. Elements and attributes are those that Jenkins, GitLab and GitHub's
 * readers share. Times are seconds.
 */
export function renderJunit(result: CheckResult, site: string): string {
  const { target, date, took, flows, checks, stale } = result
  const suites = [
    ...flows.map((flow) => ({ name: flow.title, cases: casesOf(flow, site) })),
    ...(checks.length ? [{ name: 'Checks', cases: checks.map(caseOfCheck) }] : []),
    ...(stale.length ? [{ name: 'Acceptances', cases: stale.map(caseOfStale) }] : []),
  ]
  const all = suites.flatMap(({ cases }) => cases)
  const { skipped: _, ...totals } = countsOf(all)
  const document = create(
    { version: '1.0', encoding: 'UTF-8', invalidCharReplacement: '\uFFFD' },
    {
      testsuites: {
        '@': { name: `${target.name} ${target.url}`, ...totals, time: took.toFixed(3) },
        testsuite: suites.map(({ name, cases }) => ({
          '@': { name, ...countsOf(cases), time: secondsOf(cases), timestamp: date.slice(0, 19) },
          testcase: cases.map(elementOf),
        })),
      },
    },
  )
  return `${document.end({ prettyPrint: true })}\n`
}

function casesOf(flow: FlowResult, site: string): Case[] {
  return [
    ...[...flow.steps, ...flow.sentences].map((step) => caseOfStep(flow, step, site)),
    ...besideDocumentation(flow).map((transition) => caseOfTransition(flow, transition, site)),
  ]
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
