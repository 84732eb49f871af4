import type { CheckResult, FlowResult, TransitionResult, Verdict } from '../result.ts'
import { idOf, linkTo } from './view.ts'

export interface Finding {
  href: string
  verdict: Verdict
  label: string
  /** The flow, or how binding the check is. */
  where: string
  id: string
  reason?: string | undefined
  /** How many transitions could not be judged because of it. */
  blocks: number
}

/** All transitions and checks with one of these verdicts, in the order of the verdicts; without those that were never tried. */
export function findingsOf({ flows, checks }: CheckResult, verdicts: Verdict[]): Finding[] {
  const found: Finding[] = [
    ...flows.flatMap((flow) =>
      flow.transitions.filter(({ notPlanned }) => !notPlanned).map((one) => ofTransition(flow, one)),
    ),
    ...checks.map(({ id, title, verdict, level, reason }) => {
      const href = linkTo(id)
      return { href, verdict, label: title, where: level, id, reason, blocks: 0 }
    }),
  ]
  return found
    .filter(({ verdict }) => verdicts.includes(verdict))
    .toSorted((a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict))
}

function ofTransition(flow: FlowResult, { id, verdict, label, reason }: TransitionResult): Finding {
  const blocks = flow.transitions.filter(({ blockedBy }) => blockedBy === id).length
  return { href: linkTo(idOf(flow.id, id)), verdict, label, where: flow.title, id, reason, blocks }
}
