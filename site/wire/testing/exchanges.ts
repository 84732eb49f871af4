import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import type { Exchange } from '../../tenant/exchange.ts'

type Part = Partial<Exchange['request'] & Exchange['response']>

/** An exchange of a test: what is not said is ordinary. */
export function exchange(
  request: Part,
  response: Part = {},
  rest: Partial<Pick<Exchange, 'by' | 'at' | 'time' | 'ms'>> = {},
): Exchange {
  return {
    ...{ by: 'browser', at: 'product', time: 1_700_000_000_000, ms: 5, ...rest },
    request: { method: 'GET', url: 'https://product.example/', headers: [], ...request },
    response: { status: 200, headers: [], ...response },
  }
}

const bodied = (type: string, text: string): Pick<Exchange['request'], 'headers' | 'body'> => ({
  headers: [['content-type', type]],
  body: { text, size: text.length },
})

export const json = (value: unknown) => bodied('application/json', JSON.stringify(value))
export const form = (fields: Record<string, string>) =>
  bodied('application/x-www-form-urlencoded', new URLSearchParams(fields).toString())

export const issuer = 'https://idp.example/v2.0'
export const clientId = 'client-1'
const product = { by: 'product', at: 'provider' } as const

/** A log-in by the code flow up to its tokens; the token has these claims besides. */
export async function codeFlow(claims: JWTPayload = {}, at = 1_700_000_000_000) {
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'first', alg: 'RS256', use: 'sig' }] }
  const seconds = at / 1000
  const all = {
    iss: issuer,
    aud: clientId,
    sub: 'someone',
    iat: seconds,
    exp: seconds + 3600,
    nonce: 'nonce-that-was-sent',
  }
  const idToken = await new SignJWT({ ...all, ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'first' })
    .sign(privateKey)
  const asked = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    state: 'state-that-was-sent',
    nonce: 'nonce-that-was-sent',
    code_challenge: 'challenge',
  })
  const steps = {
    discovery: exchange({ url: `${issuer}/.well-known/openid-configuration` }, json({ issuer }), {
      ...product,
      time: at - 100,
    }),
    request: exchange(
      { url: `https://idp.example/authorize?${asked}` },
      {},
      { at: 'provider', time: at - 90 },
    ),
    answer: exchange(
      { url: 'https://product.example/callback?code=the-code&state=state-that-was-sent' },
      {},
      { time: at - 10 },
    ),
    token: exchange(
      {
        method: 'POST',
        url: 'https://idp.example/token',
        ...form({ grant_type: 'authorization_code', code: 'the-code', code_verifier: 'verifier' }),
      },
      json({ token_type: 'Bearer', id_token: idToken }),
      { ...product, time: at },
    ),
    keys: exchange({ url: 'https://idp.example/keys' }, json(keys), { ...product, time: at + 20 }),
  }
  return { ...steps, idToken, all: Object.values(steps) }
}
