import { createHash } from 'node:crypto'
import { decodeJwt } from 'jose'
import * as oauth from 'oauth4webapi'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browser } from '../clients/browser.ts'
import { fixture, redirectUri, user } from '../clients/fixture.ts'
import { signInAt } from '../clients/sign-in.ts'
import { tokenClient } from '../clients/tokens.ts'
import { trust } from '../clients/trust.ts'
import { type MockIdp, startMockIdp } from '../index.ts'

let idp: MockIdp
const implicitGrantSettings = { enableIdTokenIssuance: true, enableAccessTokenIssuance: true }
const web = { redirectUris: [redirectUri], implicitGrantSettings }
const fixtures = { entra: fixture('entra', { web }), oidc: fixture('oidc', { web }) }

beforeAll(async () => {
  const directories = [fixtures.entra.directory, fixtures.oidc.directory]
  idp = await startMockIdp({ directories, https: { port: 0 } })
  trust(idp.certificateFile ?? '')
})
afterAll(() => idp.close())

const issuerOf = (kind: 'entra' | 'oidc') => idp.issuer(fixtures[kind].directory)

async function arrive(kind: 'entra' | 'oidc', change: Record<string, string>) {
  const { metadata } = await tokenClient(issuerOf(kind), fixtures[kind])
  const params = {
    client_id: fixtures[kind].application.appId,
    redirect_uri: redirectUri,
    response_type: 'code',
    nonce: 'n',
    state: 's',
    ...change,
  }
  const url = `${metadata.authorization_endpoint}?${new URLSearchParams(params)}`
  return new URL((await signInAt(browser(), url, redirectUri, user)).url)
}

describe('the metadata of an authorization server (RFC 8414 section 3)', () => {
  test.each(['oauth-authorization-server', 'openid-configuration'])('in front: %s', async (name) => {
    const { id } = fixtures.oidc.directory
    const answer = await fetch(`${idp.url}/.well-known/${name}/oidc/${id}`, {
      headers: { origin: 'https://script.example' },
    })
    expect(await answer.json()).toMatchObject({ issuer: issuerOf('oidc') })
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://script.example')
  })
})

describe.each(['entra', 'oidc'] as const)('tokens from the authorization endpoint of %s', (kind) => {
  test.each(['id_token token', 'code token', 'code id_token token'])('%s', async (response_type) => {
    const { hash } = await arrive(kind, { response_type, scope: 'openid email' })
    const answer = Object.fromEntries(new URLSearchParams(hash.slice(1)))
    const names = response_type.split(' ').map((name) => (name === 'token' ? 'access_token' : name))
    expect(Object.keys(answer)).toEqual(expect.arrayContaining(names))
    const { metadata } = await tokenClient(issuerOf(kind), fixtures[kind])
    const headers = { authorization: `Bearer ${answer.access_token}` }
    const userinfo = await fetch(metadata.userinfo_endpoint ?? '', { headers })
    expect(await userinfo.json()).toMatchObject({ email: user.name })
    if (answer.id_token) {
      const digest = createHash('sha256')
        .update(answer.access_token ?? '')
        .digest()
      expect(decodeJwt(answer.id_token).at_hash).toBe(digest.subarray(0, 16).toString('base64url'))
    }
  })
})

test('a generic provider assumes openid where no scope is named, and says so', async () => {
  const { searchParams } = await arrive('oidc', {})
  const client = await tokenClient(issuerOf('oidc'), fixtures.oidc)
  const { body } = await client.post('token_endpoint', {
    grant_type: 'authorization_code',
    code: searchParams.get('code') ?? '',
    redirect_uri: redirectUri,
  })
  expect(body).toMatchObject({ scope: 'openid', id_token: expect.any(String) })
})

test('revocation answers JSON, for clients that read every answer', async () => {
  const client = await tokenClient(issuerOf('oidc'), fixtures.oidc)
  expect(await client.post('revocation_endpoint', { token: 'any' })).toEqual({ status: 200, body: {} })
})

test('a token bound to a key (RFC 9449) is of no use without it', async () => {
  const { application, secret } = fixtures.oidc
  const insecure = { [oauth.allowInsecureRequests]: true }
  const issuer = new URL(issuerOf('oidc'))
  const server = await oauth.processDiscoveryResponse(
    issuer,
    await oauth.discoveryRequest(issuer, { algorithm: 'oauth2', ...insecure }),
  )
  const client = { client_id: application.appId }
  const proves = oauth.ClientSecretPost(secret)
  const DPoP = oauth.DPoP({}, await oauth.generateKeyPair('ES256'))
  const verifier = oauth.generateRandomCodeVerifier()
  const asked = new URLSearchParams({
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid email offline_access',
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  })
  // Pushed (RFC 9126): what the browser carries is a reference.
  const pushed = await oauth.pushedAuthorizationRequest(server, client, proves, asked, { DPoP, ...insecure })
  const { request_uri } = await oauth.processPushedAuthorizationResponse(server, client, pushed)
  const url = new URL(server.authorization_endpoint ?? '')
  url.search = new URLSearchParams({ ...client, request_uri }).toString()
  const page = await signInAt(browser(), url.href, redirectUri, user)
  const back = oauth.validateAuthResponse(server, client, new URL(page.url))
  const answer = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    proves,
    back,
    redirectUri,
    verifier,
    {
      DPoP,
      ...insecure,
    },
  )
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, answer)
  expect(tokens).toMatchObject({ token_type: 'dpop', refresh_token: expect.any(String) })
  const endpoint = server.userinfo_endpoint ?? ''
  const bound = await oauth.userInfoRequest(server, client, tokens.access_token, { DPoP, ...insecure })
  expect(bound.status).toBe(200)
  const headers = { authorization: `Bearer ${tokens.access_token}` }
  expect((await fetch(endpoint, { headers })).status).toBe(401)
})

test.each([
  ['cross-site', 403],
  ['same-site', 403],
  ['same-origin', 400],
])('a form of the pages that is posted from a page that is %s', async (site, status) => {
  const answer = await fetch(`${idp.url}/${fixtures.entra.directory.id}/login/any`, {
    method: 'POST',
    headers: { 'sec-fetch-site': site },
    body: new URLSearchParams({ do: 'consent', consent: 'yes' }),
  })
  expect(answer.status).toBe(status)
})

test('over https the cookies are sent from frames of other sites, over http only from its own', async () => {
  const cookiesAt = async (secure: boolean) => {
    const start = `${idp.issuer(fixtures.oidc.directory, { secure })}/authorize?${new URLSearchParams({
      client_id: fixtures.oidc.application.appId,
      response_type: 'code',
      redirect_uri: redirectUri,
      scope: 'openid',
    })}`
    const { status, headers } = await fetch(start, { redirect: 'manual' })
    expect(status).toBe(303)
    return headers.getSetCookie()
  }
  const [open, closed] = [await cookiesAt(false), await cookiesAt(true)]
  expect(open.every((cookie) => /samesite=lax/i.test(cookie))).toBe(true)
  expect(closed.every((cookie) => /samesite=none/i.test(cookie))).toBe(true)
})
