/**
 * ASVS 5.0 3.5.1: a request that changes something must come from the product's own pages. Browsers say so in
 * `Sec-Fetch-Site`, which no page can forge, and in `Origin` (which is `null` under `Referrer-Policy: no-referrer`, Fetch
 * section 3.2). A request that carries neither can't be told from a forged one.
 */
export function isCrossSite(request: { origin?: string; secFetchSite?: string }, own: string): boolean {
  const origin = request.origin === 'null' ? undefined : request.origin
  if (origin !== undefined && origin !== own) return true
  if (request.secFetchSite !== undefined) return request.secFetchSite !== 'same-origin'
  return origin === undefined
}
