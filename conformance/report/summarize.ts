import type { CheckResult, CheckVerdict, FlowResult, TransitionResult } from './result.ts'
import { conforms, count } from './verdicts.ts'

/**
 * What a run comes to: every transition and every check that its source calls a MUST decides whether the target conforms. Where
 * Doorstep itself went wrong, that cannot be told, whatever the source calls it. A profile that accepts what it need not accept hides
 * the next fault, so that fails the run, too.
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
