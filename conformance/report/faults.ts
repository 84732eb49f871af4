import type { CheckResult } from './result.ts'

/** Something that went wrong in Doorstep, by the transition or check that it kept from an outcome. */
interface Fault {
  name: string
  reason: string
  stack: string
}

/** All that went wrong in Doorstep itself. */
export function faultsOf({ flows, checks }: CheckResult): Fault[] {
  const all = [
    ...flows.flatMap((flow) =>
      flow.transitions.map((transition) => ({ name: `${flow.id}/${transition.id}`, judged: transition })),
    ),
    ...checks.map((check) => ({ name: check.id, judged: check })),
  ]
  return all.flatMap(({ name, judged }) =>
    judged.verdict === 'harness-error' ? [{ name, reason: judged.reason, stack: judged.stack }] : [],
  )
}
