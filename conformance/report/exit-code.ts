import { isNothingJudged } from './in-words.ts'
import type { CheckResult } from './result.ts'
import { exitCodes } from './verdicts.ts'

/**
 * What a run ends with. With a baseline only what is new counts, and acceptances that must go; a run that judges nothing proves
 * nothing all the same.
 */
export function exitCodeOf(result: CheckResult): number {
  const { baseline, stale, summary } = result
  if (!baseline) return exitCodes[summary.conforms]
  if (stale.length > 0 || baseline.new.some(({ verdict }) => verdict === 'failed')) return exitCodes.no
  return baseline.new.length > 0 || isNothingJudged(result) ? exitCodes.unknown : exitCodes.yes
}
