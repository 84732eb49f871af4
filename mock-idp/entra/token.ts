import type { Exchange } from '../http/exchange.ts'
import { basicCredentials } from '../provider/basic-credentials.ts'
import { isPublic } from '../provider/client-metadata.ts'
import { provenOtherwise } from '../provider/govern-clients.ts'
import type { Issuer } from '../provider/issuer.ts'
import { makeCode } from '../provider/make-code.ts'
import { forGraph } from '../provider/resource-indicators.ts'
import { entraRequest } from './authorize.ts'
import type { EntraRequest } from './authorize-request.ts'
import { judgeAssertion } from './client-assertion.ts'
import { takeShortDeviceGrant } from './device-code.ts'
import { assertedAccount, jwtBearer } from './on-behalf-of.ts'
import { passwordAccount } from './password-grant.ts'
import type { Refusal } from './refusal.ts'
import { refuseToken } from './refuse-token.ts'
import { scopeOfToken } from './resource.ts'
import { tokenRules } from './rules/index.ts'
import { isRefusal, readApplicationScope, readTokenScopes } from './scopes.ts'
import { tokenFromVersionOne, versionParam } from './version-one.ts'
import { type Wanted, widenCode, widenRefreshToken } from './widen-refresh.ts'

/** For which API a token is asked for; without a scope for the one of the sign-in. */
function askedApi(request: EntraRequest): (Partial<Wanted> & { isGraph?: boolean }) | Refusal {
  const scope = request.params.get('scope') ?? ''
  return request.params.get('grant_type') === 'client_credentials'
    ? readApplicationScope(request, scope)
    : readTokenScopes(request, scopeOfToken(request))
}

/** Grants of accounts that sign in at no page. They go on as codes, so that everything after that is the same. */
const direct = new Map([
  ['password', passwordAccount],
  [jwtBearer, assertedAccount],
])

/** Where nobody is ever sent: a code has to have an address. */
const nowhere = 'https://registered.invalid/'

async function putCode(
  form: URLSearchParams,
  issuer: Issuer,
  request: EntraRequest,
  { resource, scopes = [] }: Partial<Wanted>,
): Promise<Refusal | undefined> {
  const account = await direct.get(form.get('grant_type') ?? '')?.(issuer, request)
  if (!account || isRefusal(account)) return account
  const clientId = request.application?.appId ?? ''
  const scope = [...new Set([...(form.get('scope') ?? '').split(' ').filter(Boolean), ...scopes])].join(' ')
  const code = await makeCode(issuer, { ...account, clientId, redirectUri: nowhere, scope, resource })
  for (const name of ['username', 'password', 'assertion', 'requested_token_use']) form.delete(name)
  form.set('grant_type', 'authorization_code')
  form.set('redirect_uri', nowhere)
  form.set('code', code ?? '')
  return undefined
}

/**
 * Puts what the library takes for the client's secret: where a certificate has proven it, and for the single-page redirect of an
 * application that has a secret too, because the library knows one way for each client.
 */
async function putProof(
  form: URLSearchParams,
  issuer: Issuer,
  { application, params }: EntraRequest,
): Promise<Refusal | undefined> {
  if (!application || isPublic(application) || params.get('client_secret')) return undefined
  const refusal = params.has('client_assertion')
    ? await judgeAssertion(issuer, application, params)
    : undefined
  for (const name of ['client_assertion', 'client_assertion_type']) form.delete(name)
  form.set('client_secret', provenOtherwise)
  return refusal
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
  form.delete(versionParam)
  takeShortDeviceGrant(form)
  if (exchange.versionOne) tokenFromVersionOne(form)
  const basic = basicCredentials(exchange.req.headers.authorization)
  const seen = new URLSearchParams(form)
  if (basic) {
    seen.set('client_id', basic.id)
    seen.set('client_secret', basic.secret)
  }
  const request = await entraRequest(issuer, seen)
  const refusal = await prepare(form, issuer, request)
  if (!refusal) return form
  refuseToken(exchange, issuer, refusal)
  return undefined
}

/** Makes the form what the library understands, or says why there is no token. */
async function prepare(
  form: URLSearchParams,
  issuer: Issuer,
  request: EntraRequest,
): Promise<Refusal | undefined> {
  for (const rule of tokenRules) {
    const refusal = rule(request)
    if (refusal) return refusal
  }
  const asked = askedApi(request)
  if (isRefusal(asked)) return asked
  const refusal = (await putProof(form, issuer, request)) ?? (await putCode(form, issuer, request, asked))
  if (refusal) return refusal
  const { resource, isGraph, scopes } = asked
  const clientId = request.params.get('client_id') ?? ''
  if (form.get('grant_type') === 'refresh_token' && scopes)
    await widenRefreshToken(issuer, form.get('refresh_token') ?? '', clientId, { resource, scopes })
  if (form.get('grant_type') === 'authorization_code' && form.has(versionParam) && scopes)
    await widenCode(issuer, form.get('code') ?? '', clientId, { resource, scopes })
  // A refresh renews what was granted; clients repeat their scopes, and not always the granted ones.
  form.delete('scope')
  form.delete('resource')
  if (resource) form.set('resource', resource)
  if (isGraph) form.set(forGraph, 'yes')
  return undefined
}
