import { z } from 'zod'
import type { CheckResult } from '../result.ts'
import { type Failing, failing, failingOf, verdictsOf } from './failing.ts'

/** What fails, compared with what failed before. */
export const comparison = z.object({
  /** Fails, and did not before; or failed, where before only nothing was known. */
  new: z.array(failing),
  /** Fails as before. */
  still: z.array(failing),
  /** Failed before, and passes or is accepted. */
  fixed: z.array(failing),
  /** Failed before, and nothing is known of it now: it is not there, was not asked for, or could not be tried. */
  gone: z.array(failing),
})
export type Comparison = z.infer<typeof comparison>

/** Compares what fails with what failed before. */
export function compare(
  before: readonly Failing[],
  result: Pick<CheckResult, 'flows' | 'checks'>,
): Comparison {
  const now = failingOf(result)
  const verdicts = verdictsOf(result)
  const known = new Map(before.map((one) => [one.id, one]))
  const failsNow = new Set(now.map(({ id }) => id))
  const isKnown = ({ id, verdict }: Failing) => {
    const earlier = known.get(id)
    return earlier !== undefined && (verdict !== 'failed' || earlier.verdict === 'failed')
  }
  const over = before.filter(({ id }) => !failsNow.has(id))
  const isFixed = ({ id }: Failing) => ['passed', 'accepted'].includes(verdicts.get(id) ?? '')
  return {
    new: now.filter((one) => !isKnown(one)),
    still: now.filter(isKnown),
    fixed: over.filter(isFixed),
    gone: over.filter((one) => !isFixed(one)),
  }
}
