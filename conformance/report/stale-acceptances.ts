import type { Acceptance } from './acceptance.ts'
import { verdictsOf } from './compare/failing.ts'
import type { CheckResult } from './result.ts'

/**
 * Acceptances that must be removed from the profile, each with a sentence that says why: what they name passed, or they have
 * expired. Those that this run did not ask about are left out.
 * @param today `YYYY-MM-DD`
 */
export function staleAcceptances(
  acceptances: readonly Acceptance[],
  result: Pick<CheckResult, 'flows' | 'checks'>,
  today: string,
): CheckResult['stale'] {
  const verdicts = verdictsOf(result)
  return acceptances.flatMap(({ name, reason, until, of }) => {
    const known = of.flatMap((one) => verdicts.get(one) ?? [])
    const tested = known.filter((verdict) => verdict !== 'not-testable')
    if (known.length === of.length && tested.length > 0 && tested.every((verdict) => verdict === 'passed'))
      return {
        name,
        why: 'not-needed' as const,
        sentence: `${name} is as documented now: remove it from \`accept\` (“${reason}”).`,
      }
    if (known.length === 0 || until === undefined || today <= until) return []
    return {
      name,
      why: 'expired' as const,
      sentence: `${name} was accepted until ${until}, and that day is over: remove it from \`accept\` (“${reason}”), or set a later day.`,
    }
  })
}
