import type { IdpEvent, WholeExchange } from '@doorstep/mock-idp'
import { bodyOf, type Exchange } from '../tenant/exchange.ts'

const typeIn = (headers: readonly [string, string][]) =>
  headers.find(([name]) => name === 'content-type')?.[1] ?? ''

/**
 * A request to the provider, as the tenant keeps its own.
 * @param clockOffset how far the sandbox's clock is ahead of the provider's, in ms
 */
export function exchangeAt(event: IdpEvent, whole: WholeExchange, clockOffset: number): Exchange | undefined {
  if (event.type !== 'request') return undefined
  const { method, url, requestHeaders, requestBody, responseHeaders, responseBody, ms } = whole
  return {
    by: event.by === 'browser' ? 'browser' : 'product',
    at: 'provider',
    time: event.at + clockOffset - ms,
    ms,
    request: { method, url, headers: requestHeaders, ...bodyOf(typeIn(requestHeaders), requestBody) },
    response: {
      status: event.status,
      headers: responseHeaders,
      ...bodyOf(typeIn(responseHeaders), responseBody),
    },
  }
}
