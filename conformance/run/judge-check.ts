import type { Bench } from '../checks/bench/bench.ts'
import { Disproved, NotArranged, NotTestable } from '../checks/bench/outcome.ts'
import type { Verdict } from '../report/result.ts'
import { firstLine } from './judge-failure.ts'

/**
 * What came of a check: `passed` when it ended and at least one claim was made. A claim that doesn't hold is `failed`;
 * anything else that stopped it proves nothing.
 */
export function judgeCheck(
  bench: Pick<Bench, 'expected'>,
  error?: unknown,
): { verdict: Verdict; reason?: string } {
  if (error === undefined)
    return bench.expected.length > 0
      ? { verdict: 'passed' }
      : { verdict: 'inconclusive', reason: 'It ended without a single claim.' }
  return { verdict: verdictOf(error), reason: firstLine(error) }
}

function verdictOf(error: unknown): Verdict {
  if (error instanceof Disproved) return 'failed'
  if (error instanceof NotTestable) return 'not-testable'
  return error instanceof NotArranged ? 'config-error' : 'inconclusive'
}
