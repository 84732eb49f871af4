import { randomUUID } from 'node:crypto'
import type { Exchange } from '../http/exchange.ts'
import { sendJson } from '../http/respond.ts'
import type { Issuer } from '../provider/issuer.ts'
import { type Refusal, refusalJson, trace } from './refusal.ts'

/** Answers a client that calls directly with an error. */
export function refuseToken({ res, req, base }: Exchange, issuer: Issuer, refusal: Refusal) {
  const header = req.headers['client-request-id']
  const traced = trace(refusal, issuer.clock(), typeof header === 'string' ? header : undefined, randomUUID)
  issuer.emit({ type: 'protocol-error', code: `AADSTS${refusal.code}`, reason: refusal.message })
  const isUnproven = refusal.error === 'invalid_client'
  // RFC 6749 section 5.2: by the scheme that the client used.
  const challenge = isUnproven && req.headers.authorization && { 'www-authenticate': `Basic realm="${base}"` }
  sendJson(res, isUnproven ? 401 : 400, refusalJson(traced, base), challenge || {})
}
