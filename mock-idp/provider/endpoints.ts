import { checkEntraAuthorization } from '../entra/authorize.ts'
import { checkEntraDevice } from '../entra/device-code.ts'
import { checkEntraToken } from '../entra/token.ts'
import type { Exchange } from '../http/exchange.ts'
import { replay } from '../http/replay.ts'
import { redirect, sendHtml } from '../http/respond.ts'
import { deviceCodeField } from '../sign-in/pages/device.ts'
import { bareClientId } from './basic-credentials.ts'
import type { Issuer } from './issuer.ts'
import { putOpaqueToken } from './own-token.ts'
import { endpointsOf } from './routes.ts'
import { deliver } from './send-authorization-error.ts'

/** Hands a request on to oidc-provider, with changed parameters where a check changed them. */
export async function passOn(
  exchange: Exchange,
  issuer: Issuer,
  change: { query?: URLSearchParams; form?: URLSearchParams } = {},
) {
  await issuer.handle(replay(exchange, issuer.authority.mount, change), exchange.res)
}

/** `audience` names the API at Auth0 and Ory Hydra, as `resource` does in RFC 8707. */
function takeAudience(params: URLSearchParams): URLSearchParams {
  for (const audience of params.has('resource') ? [] : params.getAll('audience'))
    params.append('resource', audience)
  params.delete('audience')
  return params
}

/** OpenID providers may assume a scope where none is named (RFC 6749 section 3.3), and say so in the token answer. */
function atGeneric(params: URLSearchParams): URLSearchParams {
  if (!params.get('scope')?.trim() && !params.has('request_uri')) params.set('scope', 'openid')
  return takeAudience(params)
}

export async function authorize(exchange: Exchange, issuer: Issuer) {
  const given = new URLSearchParams(exchange.method === 'POST' ? exchange.form : exchange.query)
  const isEntra = issuer.authority.kind === 'entra'
  const params = isEntra ? await checkEntraAuthorization(exchange, issuer, given) : atGeneric(given)
  if (!params) return

  const misbehaviour = issuer.misbehaviourOf(undefined)
  if (misbehaviour?.responseMode) params.set('response_mode', misbehaviour.responseMode)
  if (misbehaviour?.skipsPkce) {
    params.delete('code_challenge')
    params.delete('code_challenge_method')
  }
  const client = await issuer.provider.Client.find(params.get('client_id') ?? '')
  const redirectUri = params.get('redirect_uri') ?? ''
  if (misbehaviour?.authorizeError && client?.redirectUriAllowed(redirectUri)) {
    issuer.emit({ type: 'misbehaved', misbehaviour: misbehaviour.id, what: 'authorization response' })
    const { error, description } = misbehaviour.authorizeError
    const [state, responseMode] = [params.get('state'), params.get('response_mode')]
    const delivery = deliver(
      { redirectUri, responseMode, responseType: params.get('response_type') },
      {
        error,
        error_description: description,
        ...(state !== null && { state }),
        ...(!isEntra && { iss: issuer.authority.issuer }),
      },
    )
    return 'html' in delivery
      ? sendHtml(exchange.res, 200, delivery.html)
      : redirect(exchange.res, delivery.location)
  }
  return passOn(exchange, issuer, { query: params })
}

/** A pushed authorization request (RFC 9126). */
export const pushAuthorization = (exchange: Exchange, issuer: Issuer) =>
  passOn(
    exchange,
    issuer,
    exchange.form.size > 0 ? { form: atGeneric(new URLSearchParams(exchange.form)) } : {},
  )

export async function token(exchange: Exchange, issuer: Issuer) {
  const isEntra = issuer.authority.kind === 'entra'
  const form = isEntra
    ? await checkEntraToken(exchange, issuer)
    : takeAudience(new URLSearchParams(exchange.form))
  if (!form) return
  const misbehaviour = issuer.misbehaviourOf(undefined)
  if (misbehaviour?.skipsPkce) form.delete('code_verifier')
  return passOn(exchange, issuer, exchange.body.length > 0 ? { form } : {})
}

export async function userinfo(exchange: Exchange, issuer: Issuer) {
  const takeAway = issuer.authority.kind === 'oidc' ? await putOpaqueToken(exchange, issuer) : undefined
  await passOn(exchange, issuer)
  await takeAway?.()
}

/** A device asks for its codes. */
export async function authorizeDevice(exchange: Exchange, issuer: Issuer) {
  const isEntra = issuer.authority.kind === 'entra'
  const form = isEntra
    ? await checkEntraDevice(exchange, issuer)
    : atGeneric(new URLSearchParams(exchange.form))
  return form && passOn(exchange, issuer, { form })
}

const renamed = (params: URLSearchParams, from: string, to: string) =>
  new URLSearchParams([...params].map(([name, value]) => [name === from ? to : name, value]))

/**
 * The page for the code; an address that has the code in it fills the field. A form of a session that is over begins again: the
 * library fails there.
 */
export async function enterDeviceCode(exchange: Exchange, issuer: Issuer) {
  const { req, res, method, path, form, query } = exchange
  const { provider, authority } = issuer
  const page = authority.mount + endpointsOf(authority.kind).code_verification
  if (method !== 'POST' && path.replace(/\/$/, '') === page)
    return passOn(exchange, issuer, { query: renamed(query, 'user_code', deviceCodeField) })
  const session = await provider.Session.get(provider.createContext(req, res))
  const code = form.get(deviceCodeField) ?? form.get('user_code')
  if (session.exp === undefined || (method === 'POST' && !session.state))
    return redirect(res, code === null ? page : `${page}?${new URLSearchParams({ [deviceCodeField]: code })}`)
  return passOn(
    exchange,
    issuer,
    method === 'POST' ? { form: renamed(form, deviceCodeField, 'user_code') } : {},
  )
}

/** Revocation and introspection. */
export async function tokenRights(exchange: Exchange, issuer: Issuer) {
  const clientId = bareClientId(exchange.req.headers.authorization)
  if (clientId === undefined) return passOn(exchange, issuer)
  const form = new URLSearchParams(exchange.form)
  form.set('client_id', clientId)
  delete exchange.req.headers.authorization
  return passOn(exchange, issuer, { form })
}
