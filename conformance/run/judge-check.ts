import type { Claim, Claims } from '../checks/bench/claims.ts'
import { CheckFault, Disproved, NotArranged, NotTestable } from '../checks/bench/outcome.ts'
import type { Verdict } from '../report/result.ts'
import { firstLine } from './judge-failure.ts'

interface Judged {
  verdict: Verdict
  reason?: string
  claims: Claim[]
}

/**
 * What came of a check, claim by claim. One failed claim is enough to fail it; what stopped it proves nothing about the claims
 * that it had not judged.
 */
export function judgeCheck(claims: Pick<Claims, 'all' | 'judged'>, error?: unknown): Judged {
  const why = error === undefined || error instanceof Disproved ? undefined : firstLine(error)
  const all = claims.all(why)
  const failed = all.find(({ verdict }) => verdict === 'failed')
  if (failed) return { verdict: 'failed', reason: `${inWords(failed)}.`, claims: all }
  if (why !== undefined) {
    const verdict = verdictOf(error)
    // A check that cannot be made judges nothing, so its claims are not listed one by one.
    return { verdict, reason: why, claims: verdict === 'not-testable' ? claims.judged : all }
  }
  const unproven = all.find(({ verdict }) => verdict === 'inconclusive')
  if (unproven) return { verdict: 'inconclusive', reason: inWords(unproven), claims: all }
  const passed = all.some(({ verdict }) => verdict === 'passed')
  const skipped = all.find(({ verdict }) => verdict === 'not-testable')
  return passed
    ? { verdict: 'passed', claims: all }
    : { verdict: 'not-testable', reason: skipped?.observed ?? 'It claims nothing here.', claims: all }
}

const inWords = ({ statement, observed }: Claim) =>
  observed ? `Not seen that ${statement}: ${observed}` : `Not seen that ${statement}`

function verdictOf(error: unknown): Verdict {
  if (error instanceof NotTestable) return 'not-testable'
  if (error instanceof NotArranged) return 'config-error'
  if (error instanceof CheckFault) return 'config-error'
  return 'inconclusive'
}
