import type { Exchange } from '../tenant/exchange.ts'
import type { Expected } from './claims.ts'
import { kindOf } from './kind-of.ts'
import { jsonOf, sentIn, targetOf } from './read-exchange.ts'

/** The request to authorize, also where the browser is only sent on to it. */
function askedIn(exchange: Exchange): ReadonlyMap<string, string> | undefined {
  const kind = kindOf(exchange)
  if (kind === 'authorization-request') return sentIn(exchange)
  const target = kind === 'hand-over' ? targetOf(exchange) : undefined
  return target && new Map(target.searchParams)
}

/**
 * What a token of an exchange is compared with: the last request, document and keys that were seen up to it. The keys are often
 * fetched after the token, so that those of the next seconds count as well.
 * @param exchanges of the whole walk, in order
 */
export function expectedFor(exchange: Exchange, exchanges: readonly Exchange[]): Expected {
  const place = exchanges.indexOf(exchange)
  const upTo = place < 0 ? exchanges : exchanges.slice(0, place + 1)
  const asked = upTo.findLast((one) => askedIn(one) !== undefined)
  const request = asked && askedIn(asked)
  const document = upTo.findLast((one) => kindOf(one) === 'discovery')
  const isKeySet = (one: Exchange) => kindOf(one) === 'key-set' && jsonOf(one.response) !== undefined
  const soonAfter = exchanges.find(
    (one, n) => n > place && isKeySet(one) && one.time - exchange.time < 10_000,
  )
  const keys = soonAfter ?? upTo.findLast(isKeySet)
  const issuer = document && jsonOf(document.response)?.issuer
  return {
    issuer: typeof issuer === 'string' ? issuer : undefined,
    clientId: request?.get('client_id'),
    nonce: request?.get('nonce'),
    keys: keys && (jsonOf(keys.response) as unknown as Expected['keys']),
    at: Math.round((exchange.time + exchange.ms) / 1000),
  }
}
