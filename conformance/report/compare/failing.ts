import { z } from 'zod'
import type { CheckResult } from '../result.ts'
import { type Verdict, verdict } from '../verdict.ts'

/** Something that keeps a target from conforming. */
export const failing = z.object({
  /** `log-in/password/password.wrong`, `SES3.name`, or `SES3` where none of its claims says it. */
  id: z.string(),
  verdict,
  /** What was seen, in one line. */
  seen: z.string(),
})
export type Failing = z.infer<typeof failing>

/** What is behind something else, or cannot be tested, is no finding of its own. */
const FAILING: readonly Verdict[] = ['failed', 'inconclusive', 'config-error', 'harness-error']

export const isFailing = (verdict: Verdict): boolean => FAILING.includes(verdict)

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/**
 * All that keeps a target from conforming, in the order of the ids. Of a check it is the claims: one that fails later is new, although
 * its check has failed before. What a SHOULD finds keeps no target from conforming.
 */
export function failingOf({ flows, checks }: Pick<CheckResult, 'flows' | 'checks'>): Failing[] {
  const transitions = flows.flatMap((flow) =>
    flow.transitions.flatMap(({ id, verdict, reason = '' }) =>
      isFailing(verdict) ? { id: `${flow.id}/${id}`, verdict, seen: oneLine(reason) } : [],
    ),
  )
  const made = checks.flatMap(({ id, level, verdict, reason = '', claims }): Failing[] => {
    if (!isFailing(verdict) || (level !== 'MUST' && verdict !== 'harness-error')) return []
    const own = claims.flatMap((claim) =>
      claim.verdict === verdict
        ? { id: `${id}.${claim.id}`, verdict, seen: oneLine(claim.observed ?? claim.statement) }
        : [],
    )
    return own.length > 0 ? own : [{ id, verdict, seen: oneLine(reason) }]
  })
  return [...transitions, ...made].toSorted(byId)
}

export const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** The verdict on each transition, check and claim, by its id. */
export const verdictsOf = ({ flows, checks }: Pick<CheckResult, 'flows' | 'checks'>): Map<string, Verdict> =>
  new Map([
    ...flows.flatMap((flow) => flow.transitions.map((one) => [`${flow.id}/${one.id}`, one.verdict] as const)),
    ...checks.map(({ id, verdict }) => [id, verdict] as const),
    ...checks.flatMap(({ id, claims }) => claims.map((one) => [`${id}.${one.id}`, one.verdict] as const)),
  ])
