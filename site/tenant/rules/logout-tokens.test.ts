import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { beforeAll, expect, it } from 'vitest'
import { verifyLogoutToken } from './logout-tokens.ts'

const issuer = 'https://login.example.com'
const now = Date.UTC(2026, 0, 15, 9)
const iat = now / 1000
const clientId = 'client'
const events = { 'http://schemas.openid.net/event/backchannel-logout': {} }
const whole = { iss: issuer, aud: clientId, iat, jti: 'j', events, sub: 'someone', sid: 'session' }

let key: CryptoKey
let keys: ReturnType<typeof createLocalJWKSet>
beforeAll(async () => {
  const pair = await generateKeyPair('ES256')
  key = pair.privateKey
  keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(pair.publicKey)), alg: 'ES256' }] })
})

async function read(change: JWTPayload, typ = 'logout+jwt', signer = key) {
  const header = { alg: 'ES256', ...(typ === '' ? {} : { typ }) }
  const token = await new SignJWT({ ...whole, ...change }).setProtectedHeader(header).sign(signer)
  return verifyLogoutToken({ token, keys, issuer, clientId, now })
}

it('a logout token says whose sessions end, and has an ID', async () => {
  expect(await read({})).toEqual({ jti: 'j', subject: 'someone', sid: 'session' })
  expect(await read({ sub: undefined })).toEqual({ jti: 'j', sid: 'session' })
  expect(await read({ sid: undefined })).toEqual({ jti: 'j', subject: 'someone' })
})

it.each([
  ['of another issuer', { iss: `${issuer}/` }],
  ['for another client', { aud: 'another' }],
  ['that is too old', { iat: iat - 151 }],
  ['from the future', { iat: iat + 60 }],
  ['without an age', { iat: undefined }],
  ['that has expired', { exp: iat - 60 }],
  ['without an ID', { jti: undefined }],
  ['about nobody', { sub: undefined, sid: undefined }],
  ['without the event', { events: {} }],
  ['with a nonce', { nonce: 'n' }],
] as [string, JWTPayload][])('a token %s ends nothing', async (_, change) => {
  expect(await read(change)).toBeUndefined()
})

it.each(['', 'JWT', 'at+jwt'])(
  'a token of type "%s" ends nothing: it may be for something else',
  async (typ) => {
    expect(await read({}, typ)).toBeUndefined()
  },
)

it('a token with another signature ends nothing', async () => {
  const { privateKey } = await generateKeyPair('ES256')
  expect(await read({}, 'logout+jwt', privateKey)).toBeUndefined()
})
