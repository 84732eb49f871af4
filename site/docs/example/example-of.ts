import type { CheckResult } from '../../../conformance/report/result.ts'

/** The parts of a real result that the page about checks shows; the report itself has the rest. */
export interface Example {
  command: string
  date: string
  browser: string
  /** Seconds. */
  took: number
  /** Verdict → how many transitions have it. */
  transitions: Readonly<Record<string, number>>
  steps: readonly { number: number; text: string; verdict: string }[]
  findings: readonly Finding[]
}

export interface Finding {
  id: string
  title: string
  /** The documented step or the standard that demands it. */
  because: string
  expected: readonly string[]
  observed: readonly string[]
  repeat: string
  /** The moment in the simulator, as a path of this site; checks have none. */
  replay?: string
}

/** @param command the call that made the result */
export function exampleOf(
  { date, took, provenance, summary, flows, checks }: CheckResult,
  command: string,
): Example {
  const [flow] = flows
  const failed = flow?.transitions.find(({ verdict }) => verdict === 'failed')
  const check = checks.find(({ verdict }) => verdict === 'failed')
  if (!flow || !failed || !check) throw new Error('The run has no failed transition and check to show.')
  return {
    command,
    date: date.slice(0, 10),
    browser: `${provenance.browser?.name} ${provenance.browser?.version}`,
    took: Math.round(took),
    transitions: summary.transitions,
    steps: flow.steps.map(({ text, verdict }, n) => ({ number: n + 1, text, verdict })),
    findings: [
      { id: failed.id, title: failed.label, because: failed.origin, ...seen(failed), replay: failed.replay },
      { id: check.id, title: check.title, because: check.source, ...seen(check) },
    ],
  }
}

const seen = ({
  expected = [],
  observed = [],
  repeat = '',
}: {
  expected?: string[]
  observed?: string[]
  repeat?: string | undefined
}) => ({
  expected,
  // One thing is often missed in several ways.
  observed: [...new Set(observed)].slice(0, 3),
  repeat,
})
