import { createHash, randomUUID } from 'node:crypto'
import { redirectUrisOf } from '../directory/lookup.ts'
import type { Exchange } from '../http/exchange.ts'
import { redirect, sendHtml } from '../http/respond.ts'
import { errorPage } from '../look/error-page.ts'
import type { Issuer } from '../provider/issuer.ts'
import { deliver } from '../provider/send-authorization-error.ts'
import type { EntraRequest } from './authorize-request.ts'
import { asText, type Refusal, trace } from './refusal.ts'
import { authorizeRules } from './rules/index.ts'
import { isRefusal, readScopes } from './scopes.ts'
import { fromVersionOne, versionParam } from './version-one.ts'

/** Collects what the rules look at. */
export async function entraRequest(issuer: Issuer, params: URLSearchParams): Promise<EntraRequest> {
  const appId = params.get('client_id') ?? undefined
  const found = await issuer.load(appId)
  const { authority } = issuer
  return { authority, params, application: found?.application, home: found?.home, now: issuer.clock() }
}

/**
 * Entra takes `plain` too, and assumes it if no method is named (learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow).
 * A plain challenge is the verifier, so its digest is the challenge that the library knows.
 */
function takePlainChallenge(params: URLSearchParams) {
  const challenge = params.get('code_challenge')
  if (challenge === null || (params.get('code_challenge_method') ?? 'plain') !== 'plain') return
  params.set('code_challenge', createHash('sha256').update(challenge).digest('base64url'))
  params.set('code_challenge_method', 'S256')
}

/** Answers an authorization request with an error, on our page or at the client. */
function refuseAuthorization(
  { res, req }: Exchange,
  issuer: Issuer,
  params: URLSearchParams,
  refusal: Refusal,
) {
  const header = req.headers['client-request-id']
  const traced = trace(refusal, issuer.clock(), typeof header === 'string' ? header : undefined, randomUUID)
  issuer.emit({ type: 'protocol-error', code: `AADSTS${refusal.code}`, reason: refusal.message })
  const redirectUri = params.get('redirect_uri')
  if (refusal.onPage || !redirectUri) return sendHtml(res, 400, errorPage(traced))
  const state = params.get('state')
  const delivery = deliver(
    { redirectUri, responseMode: params.get('response_mode'), responseType: params.get('response_type') },
    { error: traced.error, error_description: asText(traced), ...(state !== null && { state }) },
  )
  return 'html' in delivery ? sendHtml(res, 200, delivery.html) : redirect(res, delivery.location)
}

/**
 * Looks at an Entra authorization request before oidc-provider does. Answers the parameters to go on with, or undefined
 * when the request was answered with an error.
 */
export async function checkEntraAuthorization(exchange: Exchange, issuer: Issuer, params: URLSearchParams) {
  params.delete(versionParam)
  if (exchange.versionOne) fromVersionOne(params)
  const request = await entraRequest(issuer, params)
  const registered = request.application ? redirectUrisOf(request.application) : []
  const [only] = registered
  if (!params.has('redirect_uri') && only && registered.length === 1) params.set('redirect_uri', only.uri)
  for (const rule of authorizeRules) {
    const refusal = rule(request)
    if (refusal) {
      refuseAuthorization(exchange, issuer, params, refusal)
      return undefined
    }
  }
  const scopes = readScopes(request, params.get('scope') ?? '')
  if (isRefusal(scopes)) {
    refuseAuthorization(exchange, issuer, params, scopes)
    return undefined
  }
  params.delete('resource')
  if (scopes.implied.length > 0) params.set('scope', [params.get('scope'), ...scopes.implied].join(' '))
  takePlainChallenge(params)
  for (const resource of scopes.resources) params.append('resource', resource)
  // Entra accepts any login_hint and ignores this parameter; the library would insist on a hint that it issued itself.
  params.delete('id_token_hint')
  return params
}
