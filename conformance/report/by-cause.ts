import type { Verdict } from './result.ts'

/**
 * Results that have no verdict for the same reason are one finding: a run that was interrupted is not a hundred of them. Where only
 * the names of pictures differ, the reason is the same.
 */
export const byCause = <Result extends { verdict: Verdict; reason?: string | undefined }>(
  results: readonly Result[],
): Result[][] => [
  ...Map.groupBy(results, (result) => {
    const { verdict, reason } = result
    const hasNoVerdict = verdict === 'config-error' || verdict === 'inconclusive'
    return hasNoVerdict && reason ? `${verdict} ${reason.replace(/Picture: \S+/, '')}` : result
  }).values(),
]
