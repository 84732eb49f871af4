import { randomUUID } from 'node:crypto'
import type { errors, KoaContextWithOIDC } from 'oidc-provider'
import { seconds } from '../clock.ts'
import { deviceAnswer } from '../entra/device-code.ts'
import { refusalJson, trace } from '../entra/refusal.ts'
import { tokenAnswer } from '../entra/token-answer.ts'
import { translateAuthorizationError, translateError } from '../entra/translate-error.ts'
import { isVersionOne, versionOneAnswer } from '../entra/version-one.ts'
import { explained, unsupportedParameter } from '../oidc/explain.ts'
import { apiOf } from './apis.ts'
import { deviceGrant } from './client-metadata.ts'
import { graphNames } from './graph-scopes.ts'
import { sceneOf } from './issue-token.ts'
import type { Issuer } from './issuer.ts'
import { devicePollSeconds } from './lifetimes.ts'
import { sendAuthorizationError, sendToClient } from './send-authorization-error.ts'
import { announceSession } from './session-state.ts'

type Json = Record<string, unknown>
const isJson = (body: unknown): body is Json =>
  typeof body === 'object' && body !== null && !Buffer.isBuffer(body)

/** Changes the answers of the library where Entra, or the misbehaviour in force, would answer otherwise. */
export function shapeAnswers(issuer: Issuer) {
  const { provider, authority } = issuer
  const isEntra = authority.kind === 'entra'
  const failed = new WeakMap<KoaContextWithOIDC, errors.OIDCProviderError>()
  const misbehaviourFor = (ctx: KoaContextWithOIDC) =>
    issuer.misbehaviourOf(issuer.directoryOf(ctx.oidc?.account?.accountId))

  const note = (ctx: KoaContextWithOIDC, err: errors.OIDCProviderError) => void failed.set(ctx, err)
  provider.on('grant.error', note)
  provider.on('authorization.error', note)
  provider.on('device_authorization.error', note)
  provider.on('pushed_authorization_request.error', note)
  provider.on('userinfo.error', note)
  provider.on('introspection.error', note)
  provider.on('revocation.error', note)

  // The library sends this very object afterwards, so that changing it changes the answer.
  provider.on('authorization.success', (ctx, response) => {
    if (!response) return
    if (isEntra) {
      delete response.iss
      response.session_state = ctx.oidc.session?.uid ?? randomUUID()
    }
    const misbehaviour = misbehaviourFor(ctx)
    if (misbehaviour?.managesSession) response.session_state = announceSession(ctx, authority)
    if (!misbehaviour?.authorizeResponse) return
    const before = Object.fromEntries(Object.entries(response).map(([name, value]) => [name, String(value)]))
    const after = misbehaviour.authorizeResponse(before, sceneOf(issuer, ctx.oidc.client?.clientId ?? ''))
    for (const name of Object.keys(response)) delete response[name]
    Object.assign(response, after)
    issuer.emit({ type: 'misbehaved', misbehaviour: misbehaviour.id, what: 'authorization response' })
  })

  provider.use(async (ctx, next) => {
    await next()
    const known = ctx as unknown as KoaContextWithOIDC
    const route = known.oidc?.route
    const error = failed.get(known)
    if (error) {
      const { message, error_description = '' } = error
      issuer.emit({ type: 'protocol-error', code: message, reason: error.error_detail ?? error_description })
    }
    if (error && !isEntra && isJson(ctx.body)) ctx.body = { ...ctx.body, error_description: explained(error) }
    // A JWT lasts until it expires. RFC 7009 section 2.2.1 lets the library say so; for clients that sign out it is an error.
    if (route === 'revocation' && isJson(ctx.body) && ctx.body.error === 'unsupported_token_type') {
      ctx.status = 200
      ctx.body = undefined
    }
    // RFC 7009 section 2.2 asks for no body, but some clients read every answer as JSON.
    if (route === 'revocation' && ctx.status === 200 && !isJson(ctx.body)) ctx.body = {}
    if (route === 'device_authorization' && !isEntra && isJson(ctx.body) && !error)
      ctx.body = { ...ctx.body, interval: devicePollSeconds(authority) }
    if (isEntra && (route === 'token' || route === 'device_authorization'))
      await shapeTokenAnswer(issuer, known, error)
    if (error && isEntra && (route === 'authorization' || route === 'resume')) {
      sendAuthorizationError(issuer, known, translateAuthorizationError(error, known.oidc.client?.clientName))
    }
    const unsupported = error && !isEntra && route === 'authorization' && unsupportedParameter(error)
    if (unsupported)
      sendToClient(known, { error: error.message, error_description: unsupported, iss: authority.issuer })
    const misbehaviour = route === 'userinfo' ? misbehaviourFor(known) : undefined
    if (misbehaviour?.userinfo && isJson(ctx.body) && ctx.status === 200) {
      ctx.body = misbehaviour.userinfo(ctx.body, sceneOf(issuer, known.oidc.client?.clientId ?? ''))
      issuer.emit({ type: 'misbehaved', misbehaviour: misbehaviour.id, what: 'userinfo' })
    }
  })
}

/** A device learns by a name of Entra's that the person declined. */
const asEntraNames = (error: errors.OIDCProviderError, { oidc }: KoaContextWithOIDC) =>
  error.message === 'access_denied' && oidc.params?.grant_type === deviceGrant
    ? { ...pick(error), message: 'authorization_declined', error: 'authorization_declined' }
    : error

const pick = ({ error_description, error_detail }: errors.OIDCProviderError) => ({
  error_description,
  error_detail,
})

/** The API of an access token, by the name that clients of version 1.0 know. */
async function resourceOfToken(issuer: Issuer, { oidc }: KoaContextWithOIDC): Promise<string> {
  const { AccessToken, ClientCredentials } = oidc.entities
  const resource = (AccessToken ?? ClientCredentials)?.resourceServer?.identifier()
  const api = resource === undefined ? undefined : await apiOf(issuer, resource)
  return api ? (api.identifierUris[0] ?? api.appId) : graphNames[0]
}

async function shapeTokenAnswer(
  issuer: Issuer,
  ctx: KoaContextWithOIDC,
  error: errors.OIDCProviderError | undefined,
) {
  if (!isJson(ctx.body)) return
  if (error) {
    const correlationId = ctx.get('client-request-id') || undefined
    ctx.body = refusalJson(
      trace(translateError(asEntraNames(error, ctx)), issuer.clock(), correlationId, randomUUID),
      issuer.authority.base,
    )
    return
  }
  const versionOne = isVersionOne(ctx)
  if (ctx.oidc.route === 'device_authorization') {
    ctx.body = deviceAnswer(ctx.body, { interval: devicePollSeconds(issuer.authority), versionOne })
    return
  }
  const answer = tokenAnswer(ctx.body, ctx.oidc.account?.accountId)
  ctx.body = versionOne
    ? versionOneAnswer(answer, { now: seconds(issuer.clock), resource: await resourceOfToken(issuer, ctx) })
    : answer
}
