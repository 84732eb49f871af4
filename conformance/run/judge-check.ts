import type { Claim, Claims } from '../checks/bench/claims.ts'
import { CheckFault, Disproved, NotArranged, NotTestable } from '../checks/bench/outcome.ts'
import { harnessError } from '../report/harness-fault.ts'
import { claimInWords } from '../report/in-words.ts'
import type { Checked, Judged } from '../report/result.ts'
import { MailRefused } from '../session/mail.ts'
import { judgeHarnessFault } from './judge-harness-fault.ts'
import { firstLine } from './mask-url.ts'

/**
 * What came of a check, claim by claim. One failed claim is enough to fail it; what stopped it proves nothing about the claims
 * that it had not judged. A mistake in Doorstep's own code is a `harness-error`, whatever was claimed before.
 */
export function judgeCheck(
  claims: Pick<Claims, 'all' | 'judged'>,
  error?: unknown,
): Judged & Pick<Checked, 'stopped'> & { claims: Claim[] } {
  const fault = faultIn(error)
  if (fault) return { ...fault, claims: claims.all(fault.reason) }
  const why = error === undefined || error instanceof Disproved ? undefined : firstLine(error)
  const all = claims.all(why, error instanceof Disproved ? error.claim : undefined)
  const failed = all.find(({ verdict }) => verdict === 'failed')
  if (failed)
    return {
      verdict: 'failed',
      reason: `${claimInWords(failed)}.`,
      claims: all,
      ...(why !== undefined && { stopped: why }),
    }
  if (why !== undefined) {
    const verdict = verdictOf(error)
    // A check that cannot be made judges nothing, so its claims are not listed one by one.
    return { verdict, reason: why, claims: verdict === 'not-testable' ? claims.judged : all }
  }
  const unproven = all.find(({ verdict }) => verdict === 'inconclusive')
  if (unproven) return { verdict: 'inconclusive', reason: claimInWords(unproven), claims: all }
  const passed = all.some(({ verdict }) => verdict === 'passed')
  const skipped = all.find(({ verdict }) => verdict === 'not-testable')
  return passed
    ? { verdict: 'passed', claims: all }
    : { verdict: 'not-testable', reason: skipped?.observed ?? 'It claims nothing here.', claims: all }
}

/** A check that breaks its own rules is a mistake of Doorstep's, too. */
const faultIn = (error: unknown) =>
  error instanceof CheckFault ? harnessError(firstLine(error), error.stack ?? '') : judgeHarnessFault(error)

function verdictOf(error: unknown) {
  if (error instanceof NotTestable) return 'not-testable'
  return error instanceof NotArranged || error instanceof MailRefused ? 'config-error' : 'inconclusive'
}
