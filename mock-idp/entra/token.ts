import { randomUUID } from 'node:crypto'
import type { Exchange } from '../http/exchange.ts'
import { sendJson } from '../http/respond.ts'
import { basicCredentials } from '../provider/basic-credentials.ts'
import { clientMetadata } from '../provider/client-metadata.ts'
import type { Issuer } from '../provider/issuer.ts'
import { forGraph } from '../provider/resource-indicators.ts'
import { entraRequest } from './authorize.ts'
import type { EntraRequest } from './authorize-request.ts'
import { type Refusal, refusalJson, trace } from './refusal.ts'
import { tokenRules } from './rules/index.ts'
import { isRefusal, readApplicationScope, readTokenScopes } from './scopes.ts'

function refuseToken({ res, req, base }: Exchange, issuer: Issuer, refusal: Refusal) {
  const header = req.headers['client-request-id']
  const traced = trace(refusal, issuer.clock(), typeof header === 'string' ? header : undefined, randomUUID)
  issuer.emit({ type: 'protocol-error', code: `AADSTS${refusal.code}`, reason: refusal.message })
  sendJson(res, refusal.error === 'invalid_client' ? 401 : 400, refusalJson(traced, base))
}

/** For which API a token is asked for; without a scope for the one of the sign-in. */
function askedApi(request: EntraRequest) {
  const scope = request.params.get('scope') ?? ''
  return request.params.get('grant_type') === 'client_credentials'
    ? readApplicationScope(request, scope)
    : readTokenScopes(request, scope)
}

/**
 * Looks at an Entra token request before oidc-provider does. Answers the form to go on with, or undefined when the request
 * was answered with an error.
 */
export async function checkEntraToken(
  exchange: Exchange,
  issuer: Issuer,
): Promise<URLSearchParams | undefined> {
  const form = new URLSearchParams(exchange.form)
  const basic = basicCredentials(exchange.req.headers.authorization)
  const seen = new URLSearchParams(form)
  if (basic) {
    seen.set('client_id', basic.id)
    seen.set('client_secret', basic.secret)
  }
  const request = await entraRequest(issuer, seen)
  for (const rule of tokenRules) {
    const refusal = rule(request)
    if (refusal) {
      refuseToken(exchange, issuer, refusal)
      return undefined
    }
  }
  const asked = askedApi(request)
  if (isRefusal(asked)) {
    refuseToken(exchange, issuer, asked)
    return undefined
  }
  // A refresh renews what was granted; clients repeat their scopes, and not always the granted ones.
  form.delete('scope')
  form.delete('resource')
  if ('resource' in asked && asked.resource) form.set('resource', asked.resource)
  if ('isGraph' in asked && asked.isGraph) form.set(forGraph, 'yes')
  // The single-page redirect of an application that has a secret too: the library knows one way per client only.
  const { application } = request
  const [secret] = application?.passwordCredentials ?? []
  const needsSecret =
    application && clientMetadata(application, 'entra').token_endpoint_auth_method !== 'none'
  if (needsSecret && secret && !seen.has('client_secret')) form.set('client_secret', secret.secretText)
  return form
}
