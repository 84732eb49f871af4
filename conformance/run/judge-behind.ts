import type { Verdict } from '../report/result.ts'
import type { SignedInFacts } from '../session/signed-in.ts'
import type { Facts, Judgement } from './judge.ts'

/** The first transition of a path that did not pass. */
export interface Cause {
  edge: string
  verdict: Verdict
}

/**
 * Whether a path goes on after a transition that did not pass: only when its screen is there nevertheless, so that the next
 * step can be done, and nothing was changed that should not have been.
 */
export function goesOn({ verdict }: Judgement, found?: Pick<Facts, 'missing' | 'changed'>): boolean {
  if (verdict === 'passed') return true
  return found !== undefined && found.missing.length === 0 && !found.changed
}

/**
 * The verdict of a transition behind one that did not pass. The target may not be where the model is, so a difference may come
 * from there and accuses nobody. A transition that does what the model says passes; but signing in or out passes only if it
 * was seen to happen here, because the person may have been signed in before.
 * @param crosses whether the model signs someone in or out here
 */
export function judgeBehind(
  judgement: Judgement,
  { edge, verdict }: Cause,
  { crosses, before, after }: { crosses: boolean; before?: SignedInFacts; after?: SignedInFacts },
): Judgement {
  if (judgement.verdict === 'harness-error') return judgement
  if (judgement.verdict === 'passed' && (!crosses || moved(before, after))) return judgement
  const { expected, observed } = judgement
  const why = judgement.reason ?? 'It is not known whether this signed someone in or out.'
  return {
    expected,
    observed,
    verdict: 'blocked',
    reason: `Behind ${edge}, which is ${verdict}. ${why}`,
    blockedBy: edge,
  }
}

function moved(before?: SignedInFacts, after?: SignedInFacts): boolean {
  if (!before || !after) return false
  const asked = before.session !== undefined && after.session !== undefined
  return before.dashboard !== after.dashboard || (asked && before.session !== after.session)
}
