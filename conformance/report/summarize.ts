import type { CheckResult, CheckVerdict, FlowResult, TransitionResult } from './result.ts'
import { conforms, count } from './verdicts.ts'

/**
 * The result of a run. The target conforms if every transition and every check that is a MUST passes. There is no verdict if
 * Doorstep itself went wrong, even in a SHOULD. An acceptance that is no longer needed would hide the next fault, so it fails
 * the run.
 */
export function summarize(
  flows: FlowResult[],
  checks: CheckVerdict[],
  stale: CheckResult['stale'] = [],
): CheckResult['summary'] {
  const transitions = flows.flatMap((flow) => flow.transitions)
  const binding = checks.filter(({ level, verdict }) => level === 'MUST' || verdict === 'harness-error')
  const all = [...transitions, ...checks]
  const run = all.filter(isTried).length
  return {
    conforms: stale.length > 0 ? 'no' : conforms([...transitions, ...binding].map(({ verdict }) => verdict)),
    steps: count(flows.flatMap(({ steps }) => steps.map(({ verdict }) => verdict))),
    transitions: count(transitions.map(({ verdict }) => verdict)),
    checks: count(checks.map(({ verdict }) => verdict)),
    obligations: { planned: all.length, run, leftOut: all.length - run },
  }
}

/** Something was done for it; to find out that the target lacks what it takes is not yet that. */
const isTried = ({ took, verdict }: TransitionResult | CheckVerdict) =>
  took !== undefined && verdict !== 'not-testable'
