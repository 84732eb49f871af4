import type { Verdict } from './result.ts'

/** The worst first: what one of several verdicts makes of the whole. */
const gravity: Verdict[] = ['failed', 'harness-error', 'config-error', 'blocked', 'inconclusive']

/**
 * One verdict for several; an accepted difference outweighs what passed. What could not be tested counts only if nothing else was
 * tested, so a step whose testable part passes is `passed`. Nothing at all proves nothing.
 */
export function verdictOfAll(verdicts: Verdict[]): Verdict {
  const worst = gravity.find((grave) => verdicts.includes(grave))
  if (worst) return worst
  if (verdicts.includes('accepted')) return 'accepted'
  if (verdicts.includes('passed')) return 'passed'
  return verdicts.includes('not-testable') ? 'not-testable' : 'inconclusive'
}

/** How many there are of each, without those of which there are none. */
export function count(verdicts: Verdict[]): Partial<Record<Verdict, number>> {
  const counts: Partial<Record<Verdict, number>> = {}
  for (const verdict of verdicts) counts[verdict] = (counts[verdict] ?? 0) + 1
  return counts
}

/** Whether a target conforms: `no` as soon as something failed, `unknown` when something or everything is unproven. */
export function conforms(verdicts: Verdict[]): 'yes' | 'no' | 'unknown' {
  const verdict = verdictOfAll(verdicts)
  if (verdict === 'failed') return 'no'
  return verdict === 'passed' || verdict === 'accepted' ? 'yes' : 'unknown'
}

/** Whether nothing at all was seen to be so or otherwise. */
export const nothingJudged = (verdicts: Verdict[]): boolean =>
  !verdicts.some((verdict) => verdict === 'passed' || verdict === 'failed' || verdict === 'accepted')

export const exitCodes = { yes: 0, no: 1, unknown: 2 } as const
