import { type Acceptance, acceptanceOf, acceptedInWords, whyNotCovered } from './acceptance.ts'
import { claimInWords } from './in-words.ts'
import type { CheckVerdict, ClaimResult } from './result.ts'

/**
 * A check after what the profile accepts: a claim that failed becomes `accepted`, and so does a check of which nothing else failed
 * or is unknown.
 * @param today `YYYY-MM-DD`
 */
export function acceptClaims(
  check: CheckVerdict,
  acceptances: readonly Acceptance[],
  today: string,
): CheckVerdict {
  if (check.verdict !== 'failed' || check.claims.length === 0) return check
  const used: Acceptance[] = []
  const whyNot = new Map<string, string>()
  const judged = check.claims.map((claim): ClaimResult => {
    const acceptance = acceptanceOf(acceptances, `${check.id}.${claim.id}`, check.id)
    if (claim.verdict !== 'failed' || !acceptance) return claim
    const why = whyNotCovered(acceptance, differenceOf(check, claim), today)
    if (why !== undefined) {
      whyNot.set(claim.id, why)
      return claim
    }
    used.push(acceptance)
    const observed = [claim.observed, acceptedInWords(acceptance)].filter(Boolean).join('. ')
    return { ...claim, verdict: 'accepted', observed }
  })
  const claims = judged.map((claim) => untestable(claim, judged))
  const failed = claims.find(({ verdict }) => verdict === 'failed')
  if (failed) {
    const reason = [`${claimInWords(failed)}.`, whyNot.get(failed.id)].filter(Boolean).join(' ')
    return { ...check, claims, reason }
  }
  const unproven = claims.find(({ verdict }) => verdict === 'inconclusive')
  if (unproven || check.stopped !== undefined) {
    const reason = unproven ? claimInWords(unproven) : (check.stopped ?? '')
    return { ...check, claims, verdict: 'inconclusive', reason }
  }
  return {
    ...check,
    claims,
    verdict: 'accepted',
    reason: claims.flatMap((one) => (one.verdict === 'accepted' ? `${claimInWords(one)}` : [])).join('; '),
    accepted: [...new Set(used.map(({ reason }) => reason))],
    ...soonest(used),
  }
}

const differenceOf = ({ url }: CheckVerdict, { verdict, observed = '', wrongSession }: ClaimResult) => ({
  verdict,
  observed: [observed],
  url,
  wrongSession,
})

/** What could not be judged without a claim whose difference is accepted, cannot be tested here. */
function untestable(claim: ClaimResult, all: readonly ClaimResult[]): ClaimResult {
  const { behind } = claim
  if (claim.verdict !== 'inconclusive' || behind === undefined) return claim
  if (all.find(({ id }) => id === behind)?.verdict !== 'accepted') return claim
  const observed = `It can only be judged where ${behind} holds, whose difference is accepted.`
  return { ...claim, verdict: 'not-testable', observed }
}

function soonest(used: readonly Acceptance[]): { until?: string } {
  const [until] = used.flatMap((one) => one.until ?? []).sort()
  return until === undefined ? {} : { until }
}
