import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browser } from '../clients/browser.ts'
import { fixture, redirectUri, user } from '../clients/fixture.ts'
import { signInAt } from '../clients/sign-in.ts'
import { tokenClient } from '../clients/tokens.ts'
import { makeApplication, makeDirectory } from '../directory/make.ts'
import { type MockIdp, startMockIdp } from '../index.ts'

let idp: MockIdp
const fixtures = { entra: fixture('entra', { signInAudience: 'AzureADMultipleOrgs' }), oidc: fixture('oidc') }
const elsewhere = makeDirectory({ kind: 'entra', displayName: 'Elsewhere', domains: ['elsewhere.example'] })

beforeAll(async () => {
  const directories = [fixtures.entra.directory, fixtures.oidc.directory, elsewhere]
  idp = await startMockIdp({ directories })
})
afterAll(() => idp.close())

/** Addresses that look like the registered one, or lead elsewhere. */
const foreignAddresses = [
  'https://evil.example/',
  '//evil.example',
  'http://localhost:9/callback/../x',
  'http://localhost:9/callback#x',
  'http://localhost:9/callback\r\nX: y',
  'http://localhost:9\\@evil.example/callback',
  'http://localhost:9@evil.example/callback',
  'http://user:pw@localhost:9/callback',
  'http://evil.example/http://localhost:9/callback',
  'javascript:alert(1)',
  'data:text/html,x',
  'http://localhost:99999/callback',
  'http://localhost:9/callback?x',
  'http://localhost:9/callback/',
  'http://127.0.0.1:9/callback',
  ' http://localhost:9/callback',
  'http://localhost.:9/callback',
  'https://localhost:9/callback',
  'http:localhost:9/callback',
  'http://localhost:1/call:9back',
  'x'.repeat(15_000),
]

describe.each(['entra', 'oidc'] as const)('at %s', (kind) => {
  const { application, secret } = fixtures[kind]
  const client = () => tokenClient(idp.issuer(fixtures[kind].directory), fixtures[kind])
  const credentials = { client_id: application.appId, client_secret: secret }

  /** Redirects and forms that lead away from the provider. */
  async function leadsTo(url: string): Promise<string | undefined> {
    const answer = await fetch(url, { redirect: 'manual', headers: { accept: 'text/html' } })
    expect(answer.status).toBeLessThan(500)
    const form = /<form[^>]*action="(http[^"]*)"/.exec(await answer.text())?.[1]
    const target = answer.headers.get('location') ?? form
    return target && new URL(target, idp.url).origin !== idp.url ? target : undefined
  }

  const request = { client_id: application.appId, response_type: 'code', scope: 'openid', nonce: 'n' }

  test.each<Record<string, string>>([
    {},
    { prompt: 'none' },
    { response_mode: 'form_post', prompt: 'none' },
    { response_type: 'x' },
  ])('no way leads to an address that is not registered: %j', async (change) => {
    const { metadata } = await client()
    for (const redirect_uri of foreignAddresses) {
      const params = new URLSearchParams({ ...request, redirect_uri, ...change })
      expect(await leadsTo(`${metadata.authorization_endpoint}?${params}`), redirect_uri).toBeUndefined()
    }
  })

  test.each<Record<string, string>>([{}, { client_id: application.appId }, { id_token_hint: 'a.b.c' }])(
    'nor from the sign-out: %j',
    async (change) => {
      const { metadata } = await client()
      for (const address of foreignAddresses) {
        const params = new URLSearchParams({ post_logout_redirect_uri: address, ...change })
        expect(await leadsTo(`${metadata.end_session_endpoint}?${params}`), address).toBeUndefined()
      }
    },
  )

  async function codeFor(change: Record<string, string> = {}) {
    const { metadata } = await client()
    const params = new URLSearchParams({ ...request, redirect_uri: redirectUri, ...change })
    const page = await signInAt(browser(), `${metadata.authorization_endpoint}?${params}`, redirectUri, user)
    return new URL(page.url).searchParams.get('code') ?? ''
  }

  async function send(body: BodyInit, headers: Record<string, string> = {}) {
    const { metadata } = await client()
    const answer = await fetch(metadata.token_endpoint ?? '', { method: 'POST', body, headers })
    expect(answer.headers.get('cache-control')).toContain('no-store')
    return { status: answer.status, headers: answer.headers, body: await answer.json() }
  }

  const grant = { ...credentials, grant_type: 'authorization_code', redirect_uri: redirectUri }
  const isError = { body: { error: expect.stringMatching(/^[a-z_]+$/) } }
  const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' }

  test.each(['application/json', 'text/plain', 'multipart/form-data', 'application/xml', ''])(
    'the token endpoint takes no body of the type "%s"',
    async (type) => {
      const form = new URLSearchParams({ ...grant, code: await codeFor() })
      expect(await send(form.toString(), { 'content-type': type })).toMatchObject({ status: 400, ...isError })
    },
  )

  test.each([
    ['bytes that are no text', Buffer.from([0x63, 0x3d, 0xff, 0xfe, 0x26, 0xc0, 0x80])],
    ['broken escapes', 'grant_type=%ff%fe&code=%c0%80&client_id=%'],
    ['names of the prototype', '__proto__=x&constructor=y&a[__proto__]=z&%=%&&&==='],
  ])('and answers an OAuth error to %s', async (_what, body) => {
    const answer = await send(body, urlencoded)
    expect([400, 401]).toContain(answer.status)
    expect(answer).toMatchObject(isError)
  })

  test.each(['code', 'client_id', 'client_secret', 'code_verifier', 'scope', 'refresh_token'])(
    'or to a huge %s',
    async (name) => {
      const form = { ...grant, code: 'x', [name]: 'x'.repeat(50_000) }
      const { status, body } = await send(new URLSearchParams(form))
      expect([400, 401]).toContain(status)
      expect(body).toMatchObject(isError.body)
    },
  )

  test.each(['grant_type', 'code', 'client_id', 'client_secret', 'redirect_uri'])(
    'or to %s sent twice (RFC 6749 section 3.2)',
    async (name) => {
      const form = new URLSearchParams({ ...grant, code: await codeFor() })
      form.append(name, form.get(name) ?? '')
      expect(await send(form)).toMatchObject({ status: 400, body: { error: 'invalid_request' } })
    },
  )

  test('wrong Basic credentials: 401 with a challenge of that scheme (RFC 6749 section 5.2)', async () => {
    const authorization = `Basic ${btoa(`${application.appId}:wrong`)}`
    const form = { grant_type: 'authorization_code', redirect_uri: redirectUri, code: 'x' }
    const { status, headers } = await send(new URLSearchParams(form), { authorization })
    expect(status).toBe(401)
    expect(headers.get('www-authenticate')).toMatch(/^Basic /)
  })

  const challenge = {
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  }
  test.each([
    ['no verifier', {}],
    ['an empty one', { code_verifier: '' }],
    ['the challenge', { code_verifier: challenge.code_challenge }],
  ])('a code that was asked for with a challenge is not given for %s', async (_what, change) => {
    const form = { ...grant, code: await codeFor(challenge), ...change }
    expect(await send(new URLSearchParams(form))).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    })
  })

  test('of eight who redeem one code at once, one gets tokens', async () => {
    const form = new URLSearchParams({ ...grant, code: await codeFor() })
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(form)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  test('a code is for the client that asked', async () => {
    const other = makeApplication({
      displayName: 'Other',
      consentedForAll: true,
      passwordCredentials: application.passwordCredentials,
      web: { redirectUris: [redirectUri] },
    })
    fixtures[kind].directory.applications.push(other)
    const form = new URLSearchParams({ ...grant, code: await codeFor(), client_id: other.appId })
    expect(await send(form)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
  })
})

describe('at another tenant', () => {
  const { entra } = fixtures
  const other = () => tokenClient(idp.issuer(elsewhere), entra)

  test.each(['openid', 'openid api://orders/Orders.Read'])(
    'a refresh token is of no use: %s',
    async (scope) => {
      const { body } = await (await tokenClient(idp.issuer(entra.directory), entra)).signIn(
        'openid offline_access',
      )
      expect((await (await other()).refresh(body.refresh_token, { scope })).status).toBe(400)
    },
  )

  test('an access token is none', async () => {
    const { body } = await (await tokenClient(idp.issuer(entra.directory), entra)).signIn('openid User.Read')
    const headers = { authorization: `Bearer ${body.access_token}` }
    for (const path of ['oidc/userinfo', 'graph/v1.0/me'])
      expect((await fetch(`${idp.url}/${elsewhere.id}/${path}`, { headers })).status).toBe(401)
  })
})
