import * as client from 'openid-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MockIdp, startMockIdp } from '../index.ts'
import { browser } from './browser.ts'
import { fixture, redirectUri, user } from './fixture.ts'
import { signInAt } from './sign-in.ts'

let idp: MockIdp
const fixtures = { entra: fixture('entra'), oidc: fixture('oidc') }

beforeAll(async () => {
  idp = await startMockIdp({ directories: [fixtures.entra.directory, fixtures.oidc.directory] })
})
afterAll(() => idp.close())

async function login(kind: 'entra' | 'oidc', scope = 'openid profile email', appId?: string) {
  const { directory, application, secret } = fixtures[kind]
  const clientId = appId ?? application.appId
  const config = await client.discovery(new URL(idp.issuer(directory)), clientId, secret, undefined, {
    execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks],
  })
  const pkceCodeVerifier = client.randomPKCECodeVerifier()
  const expectedNonce = client.randomNonce()
  const expectedState = client.randomState()
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope,
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    nonce: expectedNonce,
    state: expectedState,
  })
  const page = await signInAt(browser(), url.href, redirectUri, user)
  const tokens = await client.authorizationCodeGrant(config, new URL(page.url), {
    pkceCodeVerifier,
    expectedNonce,
    expectedState,
    idTokenExpected: true,
  })
  return { config, tokens, claims: tokens.claims() }
}

describe('openid-client 6', () => {
  test('signs in at a tenant and reads its claims', async () => {
    const { config, tokens, claims } = await login('entra')
    const { directory } = fixtures.entra
    expect(claims).toMatchObject({
      iss: idp.issuer(directory),
      tid: directory.id,
      oid: directory.users[0]?.id,
      ver: '2.0',
      preferred_username: user.name,
      name: 'Harbour user',
      email: user.name,
    })
    expect(claims).not.toHaveProperty('email_verified')
    const userinfo = await client.fetchUserInfo(config, tokens.access_token, claims?.sub ?? '')
    expect(userinfo).toMatchObject({ sub: claims?.sub, email: user.name })
  })

  test('signs in at a generic provider, RS256 by default', async () => {
    const { config, tokens, claims } = await login('oidc')
    expect(claims).toMatchObject({
      iss: idp.issuer(fixtures.oidc.directory),
      email: user.name,
      email_verified: true,
    })
    const userinfo = await client.fetchUserInfo(config, tokens.access_token, claims?.sub ?? '')
    expect(userinfo.sub).toBe(fixtures.oidc.directory.users[0]?.id)
  })

  test.each(['entra', 'oidc'] as const)('refreshes at %s', async (kind) => {
    const { config, tokens, claims } = await login(kind, 'openid offline_access')
    expect(tokens.refresh_token).toBeTypeOf('string')
    const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token ?? '')
    expect(refreshed.claims()?.sub).toBe(claims?.sub)
  })

  test('keeps subjects pairwise at a tenant: another application sees another subject', async () => {
    const first = await login('entra')
    const { directory, application } = fixtures.entra
    directory.applications.push({ ...application, id: 'second', appId: 'second-application' })
    const second = await login('entra', 'openid', 'second-application')
    expect(second.claims?.oid).toBe(first.claims?.oid)
    expect(second.claims?.sub).not.toBe(first.claims?.sub)
  })
})
