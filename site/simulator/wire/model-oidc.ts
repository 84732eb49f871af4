import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'
import { sha256, toBase64url, utf8 } from '../../../machines/devices/bytes.ts'
import type { Exchange } from '../../tenant/exchange.ts'
import { example } from './model-exchange.ts'

/** A log-in at the provider that has begun. */
export interface Login {
  clientId: string
  redirectUri: string
  issuer: string
  email: string
  state: string
  nonce: string
  verifier: string
}

const random = () => toBase64url(crypto.getRandomValues(new Uint8Array(32)))

interface Signing {
  privateKey: CryptoKey
  jwk: JWK
}

let signing: Promise<Signing> | undefined

/** The provider's key: made once, when it is needed. */
async function makeKey(): Promise<Signing> {
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const jwk = await exportJWK(publicKey)
  return { privateKey, jwk: { ...jwk, kid: await calculateJwkThumbprint(jwk), use: 'sig', alg: 'RS256' } }
}

function theKey(): Promise<Signing> {
  signing ??= makeKey()
  return signing
}

export const beginLogin = (of: Pick<Login, 'clientId' | 'redirectUri' | 'issuer' | 'email'>): Login => ({
  ...of,
  state: random(),
  nonce: random(),
  verifier: random(),
})

/** The request to authorize, as the browser brings it to the provider (OpenID Connect Core 1.0 section 3.1.2.1, with RFC 7636). */
export async function authorizationUrl(login: Login): Promise<string> {
  const { clientId, redirectUri, issuer, email, state, nonce, verifier } = login
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid profile email',
    state,
    nonce,
    login_hint: email,
    code_challenge: toBase64url(await sha256(utf8(verifier))),
    code_challenge_method: 'S256',
  })
  return `${issuer}/authorize?${query}`
}

/** What the product asks before it sends anyone there. */
export const discovery = ({ issuer }: Login, time: number): Exchange =>
  example(
    { by: 'product', at: 'provider', time, method: 'GET', url: `${issuer}/.well-known/openid-configuration` },
    {
      json: {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
      },
    },
  )

/** The answer that the browser brings back: a code, or why there is none. */
export function answerUrl({ redirectUri, state, issuer }: Login, refusal?: string): string {
  const answer: Record<string, string> =
    refusal === undefined ? { code: random() } : { error: 'access_denied', error_description: refusal }
  return `${redirectUri}?${new URLSearchParams({ ...answer, state, iss: issuer })}`
}

/** The exchange of the code for tokens, with a token that is really signed, and the keys that it is checked with. */
export async function tokenExchanges(
  login: Login,
  code: string,
  time: number,
  secret: string,
): Promise<Exchange[]> {
  const { clientId, redirectUri, issuer, email, nonce, verifier } = login
  const { privateKey, jwk } = await theKey()
  const now = Math.floor(time / 1000)
  const idToken = await new SignJWT({
    nonce,
    name: email.split('@')[0] ?? email,
    email,
    preferred_username: email,
  })
    .setProtectedHeader({ alg: 'RS256', kid: jwk.kid ?? '', typ: 'JWT' })
    .setIssuer(issuer)
    .setAudience(clientId)
    .setSubject(toBase64url((await sha256(utf8(email))).slice(0, 15)))
    .setIssuedAt(now)
    .setExpirationTime(now + 3600)
    .sign(privateKey)
  const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier }
  const basic = `Basic ${btoa(`${clientId}:${secret}`)}`
  const asked = { by: 'product', at: 'provider', time } as const
  return [
    example(
      { ...asked, method: 'POST', url: `${issuer}/token`, form, headers: [['authorization', basic]] },
      {
        json: { token_type: 'Bearer', expires_in: 3600, access_token: random(), id_token: idToken },
      },
    ),
    example({ ...asked, method: 'GET', url: `${issuer}/keys` }, { json: { keys: [jwk] } }),
  ]
}
