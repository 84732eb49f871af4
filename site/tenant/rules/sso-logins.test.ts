import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import * as client from 'openid-client'
import { useIdTokenResponseType as takeIdTokens } from 'openid-client'
import { beforeAll, describe, expect, it } from 'vitest'
import { explainRefusal, isFreshSignIn, isProviderLoginOver, verifySignIn } from './sso-logins.ts'

const MINUTE = 60 * 1000

it('a login at the provider is finished within ten minutes', () => {
  expect(isProviderLoginOver({ issuedAt: 0, now: 10 * MINUTE - 1 })).toBe(false)
  expect(isProviderLoginOver({ issuedAt: 0, now: 10 * MINUTE })).toBe(true)
})

describe('an ID token that the browser posts', () => {
  const issuer = 'https://login.example.com'
  const clientId = 'client'
  let key: CryptoKey
  let configuration: client.Configuration
  beforeAll(async () => {
    const pair = await generateKeyPair('RS256')
    key = pair.privateKey
    const jwk = { ...(await exportJWK(pair.publicKey)), alg: 'RS256' }
    configuration = new client.Configuration({ issuer, jwks_uri: `${issuer}/keys` }, clientId)
    configuration[client.customFetch] = async () => Response.json({ keys: [jwk] })
    takeIdTokens(configuration)
  })

  const post = async (change: JWTPayload, { state = 'state', signer = key } = {}) => {
    const iat = Math.floor(Date.now() / 1000)
    const claims = {
      iss: issuer,
      aud: clientId,
      sub: 'someone',
      nonce: 'nonce',
      iat,
      exp: iat + 60,
      ...change,
    }
    const id_token = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(signer)
    const answer = new Request('https://1secure.example/back', {
      method: 'POST',
      body: new URLSearchParams({ id_token, state }),
    })
    return verifySignIn({ configuration, answer, nonce: 'nonce', state: 'state', verifier: null })
  }

  it('gives its claims, and itself unchanged', async () => {
    const { claims, idToken } = await post({ name: 'Some Body' })
    expect(claims).toMatchObject({ sub: 'someone', name: 'Some Body' })
    expect(idToken.split('.')).toHaveLength(3)
  })

  it.each([
    ['of another issuer', { iss: 'https://evil.example' }],
    ['for another client', { aud: 'another' }],
    ['with another nonce', { nonce: 'another' }],
    ['without a nonce', { nonce: undefined }],
    ['that has expired', { exp: 1 }],
    ['about nobody', { sub: undefined }],
  ] as [string, JWTPayload][])('%s is refused', async (_, change) => {
    await expect(post(change)).rejects.toThrow()
  })

  it('with another state is refused', async () => {
    await expect(post({}, { state: 'another' })).rejects.toThrow()
  })

  it('with another signature is refused', async () => {
    const { privateKey } = await generateKeyPair('RS256')
    await expect(post({}, { signer: privateKey })).rejects.toThrow()
  })
})

it('a refusal is explained in words', () => {
  const said = (error: string, description?: string) => explainRefusal({ error, description })
  expect(said('access_denied').message).toContain('cancelled')
  expect(said('access_denied', 'AADSTS65004: no.').message).toContain('declined')
  expect(said('access_denied', 'AADSTS65004: The user cancelled.').message).toContain('cancelled')
  expect(said('server_error', 'Back in ten minutes').message).toContain('Back in ten minutes')
  expect(said('x', 'y'.repeat(5000)).message.length).toBeLessThan(400)
})

describe('a confirmation at the provider', () => {
  const issuedAt = Date.UTC(2026, 0, 15, 9)
  const seconds = issuedAt / 1000
  it.each([
    ['since then', seconds + 1, true],
    ['within the tolerance of clocks', seconds - 30, true],
    ['before', seconds - 31, false],
    ['at a time that the provider does not say', undefined, false],
    ['at a time in words', String(seconds), false],
  ])('by a sign-in %s, which is %o: %s', (_, authTime, fresh) =>
    expect(isFreshSignIn({ authTime, issuedAt })).toBe(fresh),
  )
})
