import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Outgoing, OutgoingError } from '../sso/outgoing.ts'
import { rules } from './index.ts'

const issuer = 'https://login.example.com'

describe('the metadata of a provider', () => {
  const sound = { issuer, authorization_endpoint: `${issuer}/a`, jwks_uri: `${issuer}/k`, more: [1] }
  const answering =
    (body: string, status = 200): Outgoing =>
    async () =>
      new Response(body, { status })
  const failing =
    (error: Error): Outgoing =>
    async () => {
      throw error
    }

  it('are answered whole', async () => {
    const found = await rules.fetchDiscovery(issuer, answering(JSON.stringify(sound)))
    expect(found).toEqual({ metadata: sound })
  })

  it.each([
    ['an error', answering(JSON.stringify(sound), 500), 'no OpenID provider'],
    ['a page', answering('<!doctype html>'), 'no OpenID metadata'],
    ['something else', answering('[]'), 'no OpenID provider'],
    ['no keys', answering(JSON.stringify({ ...sound, jwks_uri: undefined })), 'no OpenID provider'],
    [
      'a script as an endpoint',
      answering(JSON.stringify({ ...sound, authorization_endpoint: 'javascript:alert(1)' })),
      'no OpenID provider',
    ],
    ['nothing', failing(new OutgoingError('unreachable', 'no')), 'can’t reach'],
    ['a redirect', failing(new OutgoingError('redirected', 'no')), 'can’t reach'],
    ['a refusal of ours', failing(new OutgoingError('refused', 'a private network')), 'a private network'],
  ])('are refused where the address answers %s', async (_, outgoing, says) => {
    expect(await rules.fetchDiscovery(issuer, outgoing)).toEqual({ wrong: expect.stringContaining(says) })
  })
})

describe('a logout token (Back-Channel Logout 1.0 section 2.6)', () => {
  const now = Date.UTC(2026, 0, 15, 9)
  const iat = now / 1000
  const clientId = 'client'
  const events = { 'http://schemas.openid.net/event/backchannel-logout': {} }
  const whole = { iss: issuer, aud: clientId, iat, jti: 'j', events, sub: 'somebody', sid: 'session' }
  let key: CryptoKey
  let keys: ReturnType<typeof createLocalJWKSet>
  beforeAll(async () => {
    const pair = await generateKeyPair('ES256')
    key = pair.privateKey
    keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(pair.publicKey)), alg: 'ES256' }] })
  })

  const read = async (change: JWTPayload, typ: string | undefined = 'logout+jwt') => {
    const header = { alg: 'ES256', ...(typ === '' ? {} : { typ }) }
    const token = await new SignJWT({ ...whole, ...change }).setProtectedHeader(header).sign(key)
    return rules.verifyLogoutToken({ token, keys, issuer, clientId, now })
  }

  it('says whose sessions end, and by which id it is known', async () => {
    expect(await read({})).toEqual({ jti: 'j', subject: 'somebody', sid: 'session' })
    expect(await read({ sub: undefined })).toEqual({ jti: 'j', sid: 'session' })
    expect(await read({ sid: undefined })).toEqual({ jti: 'j', subject: 'somebody' })
  })

  it.each([
    ['of another issuer', { iss: `${issuer}/` }],
    ['for another client', { aud: 'another' }],
    ['that is too old', { iat: iat - 151 }],
    ['from the future', { iat: iat + 60 }],
    ['without an age', { iat: undefined }],
    ['that has expired', { exp: iat - 60 }],
    ['without an id', { jti: undefined }],
    ['about nobody', { sub: undefined, sid: undefined }],
    ['without the event', { events: {} }],
    ['with a nonce', { nonce: 'n' }],
  ] as [string, JWTPayload][])('%s ends nothing', async (_, change) => {
    expect(await read(change)).toBeUndefined()
  })

  it.each(['', 'JWT', 'at+jwt'])(
    'of the type "%s" ends nothing: it may be a token for something else',
    async (typ) => {
      expect(await read({}, typ)).toBeUndefined()
    },
  )

  it('signed by somebody else ends nothing', async () => {
    key = (await generateKeyPair('ES256')).privateKey
    expect(await read({})).toBeUndefined()
  })
})
