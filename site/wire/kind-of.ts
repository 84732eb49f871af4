import type { Exchange } from '../tenant/exchange.ts'
import { addressOf, formOf, headerOf, jsonOf, sentIn, targetOf } from './read-exchange.ts'

/** What an exchange is, by what is in it: no address of a product is known here. */
export type Kind =
  | 'discovery'
  | 'key-set'
  | 'authorization-request'
  | 'authorization-answer'
  | 'authorization-error'
  | 'token-request'
  | 'userinfo'
  | 'logout'
  | 'back-channel-logout'
  | 'key-creation-options'
  | 'key-request-options'
  | 'key-registration'
  | 'key-assertion'
  | 'hand-over'
  | 'password'
  | 'code'
  | 'form'
  | 'redirect'
  | 'data'
  | 'page'

const passwordName = /passw(or)?d|^pwd$|^again$|^current$/i
const codeName = /^(otp|totp|code|otc|token)$|one.?time.?code/i

/** Whether a field of this name holds a password. */
export const isPasswordName = (name: string): boolean => passwordName.test(name)

/** Whether a field of this name holds a one-time code, where it is no parameter of a protocol. */
export const isCodeName = (name: string): boolean => codeName.test(name)

function kindOfKey({ request, response }: Exchange): Kind | undefined {
  const asked = jsonOf(response)
  if (typeof asked?.challenge === 'string') {
    if (asked.rp && asked.pubKeyCredParams) return 'key-creation-options'
    if (asked.rpId || asked.allowCredentials) return 'key-request-options'
  }
  const sent = jsonOf(request)
  const answer = (sent?.response ?? (sent?.credential as { response?: unknown } | undefined)?.response) as
    | Record<string, unknown>
    | undefined
  if (answer?.attestationObject) return 'key-registration'
  return answer?.authenticatorData && answer.signature ? 'key-assertion' : undefined
}

function kindOfProtocol(exchange: Exchange): Kind | undefined {
  const { request, response } = exchange
  const sent = sentIn(exchange)
  const answered = jsonOf(response)
  if (addressOf(request.url).pathname.endsWith('/.well-known/openid-configuration')) return 'discovery'
  if (Array.isArray(answered?.keys)) return 'key-set'
  if (sent.has('grant_type')) return 'token-request'
  if (sent.has('logout_token')) return 'back-channel-logout'
  if (sent.has('response_type') && sent.has('client_id')) return 'authorization-request'
  if (sent.has('post_logout_redirect_uri') || sent.has('id_token_hint')) return 'logout'
  if (sent.has('error') && sent.has('state')) return 'authorization-error'
  if (sent.has('state') && (sent.has('code') || sent.has('id_token'))) return 'authorization-answer'
  const isBearer = /^Bearer /i.test(headerOf(request, 'authorization') ?? '')
  return isBearer && typeof answered?.sub === 'string' ? 'userinfo' : undefined
}

/** What an exchange is. */
export function kindOf(exchange: Exchange): Kind {
  const { request, response } = exchange
  const known = kindOfProtocol(exchange) ?? kindOfKey(exchange)
  if (known) return known
  const target = targetOf(exchange)
  if (target?.searchParams.has('response_type') && target.searchParams.has('client_id')) return 'hand-over'
  const names = [...formOf(request).keys()]
  if (names.some((name) => isPasswordName(name))) return 'password'
  if (names.some((name) => isCodeName(name))) return 'code'
  if (request.method === 'POST') return 'form'
  if (response.status >= 300 && response.status < 400) return 'redirect'
  return jsonOf(response) ? 'data' : 'page'
}
