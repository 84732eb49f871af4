import type { CheckResult, CheckVerdict, FlowResult } from './result.ts'
import { conforms, count } from './verdicts.ts'

/** What a run comes to: every transition and every check that its source calls a MUST decides whether the target conforms. */
export function summarize(flows: FlowResult[], checks: CheckVerdict[]): CheckResult['summary'] {
  const verdictsOf = (kind: 'steps' | 'transitions') =>
    flows.flatMap((flow) => flow[kind].map(({ verdict }) => verdict))
  const transitions = verdictsOf('transitions')
  const musts = checks.filter(({ level }) => level === 'MUST')
  return {
    conforms: conforms([...transitions, ...musts.map(({ verdict }) => verdict)]),
    steps: count(verdictsOf('steps')),
    transitions: count(transitions),
    checks: count(checks.map(({ verdict }) => verdict)),
  }
}
