import { UNAVAILABLE } from '../report/acceptance.ts'
import type { Exchange } from '../report/result.ts'
import type { Judgement } from './judge.ts'

/**
 * What can be said where the last page was none of the product's, but the word of a server that has no time now: nothing. Somebody who
 * is logged in wrongly is, whatever the page says.
 */
export function unlessUnavailable(judgement: Judgement, wire: readonly Exchange[]): Judgement {
  const page = wire.findLast(({ type, status }) => type === 'document' && status !== undefined)
  const isBusy = page?.status !== undefined && UNAVAILABLE.includes(page.status)
  if (!isBusy || judgement.verdict !== 'failed' || judgement.wrongSession) return judgement
  return {
    ...judgement,
    verdict: 'inconclusive',
    reason: `The target has no time: ${page.url} answers ${page.status}. ${judgement.reason}`,
  }
}
