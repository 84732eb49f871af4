import type { Acceptance } from './acceptance.ts'
import { verdictsOf } from './compare/failing.ts'
import type { CheckResult } from './result.ts'

/**
 * Acceptances that must be taken out of the profile, each with a sentence that says so: what they name passed, or their day is over.
 * One of which nothing was asked is not told.
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
        sentence: `${name} is as documented by now: take it out of \`accept\` (“${reason}”).`,
      }
    if (known.length === 0 || until === undefined || today <= until) return []
    return {
      name,
      why: 'expired' as const,
      sentence: `${name} was accepted until ${until}, and that day is over: take it out of \`accept\` (“${reason}”), or agree on another day.`,
    }
  })
}
