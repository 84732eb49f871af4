import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browser } from '../clients/browser.ts'
import { fixture, redirectUri, user } from '../clients/fixture.ts'
import { signInAt } from '../clients/sign-in.ts'
import { makeApplication, makeSecret } from '../directory/make.ts'
import { type MockIdp, startMockIdp } from '../index.ts'

let idp: MockIdp
const { directory, application, secret } = fixture('oidc')
const publicClient = makeApplication({
  displayName: 'Public',
  consentedForAll: true,
  spa: { redirectUris: [redirectUri] },
})
const expired = makeSecret(Date.now() - 400 * 24 * 3600 * 1000)
application.passwordCredentials.push(expired)
directory.applications.push(publicClient)

beforeAll(async () => {
  idp = await startMockIdp({ directories: [directory] })
})
afterAll(() => idp.close())

const at = (path: string) => `${idp.url}/oidc/${directory.id}${path}`
const authorizeUrl = (change: Record<string, string> = {}) =>
  at(
    `/authorize?${new URLSearchParams({
      client_id: application.appId,
      response_type: 'code',
      redirect_uri: redirectUri,
      scope: 'openid',
      state: 's',
      ...change,
    })}`,
  )

async function redeem(form: Record<string, string>, headers: Record<string, string> = {}) {
  const body = new URLSearchParams({ grant_type: 'authorization_code', redirect_uri: redirectUri, ...form })
  const response = await fetch(at('/token'), { method: 'POST', body, headers })
  return { status: response.status, body: await response.json() }
}

async function code(change: Record<string, string> = {}) {
  const page = await signInAt(browser(), authorizeUrl(change), redirectUri, user)
  return new URL(page.url).searchParams.get('code') ?? ''
}
const credentials = { client_id: application.appId, client_secret: secret }
const pkce = { code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', code_challenge_method: 'S256' }
const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'

test.each([
  ['another path', { redirect_uri: `${redirectUri}/x` }],
  ['a query', { redirect_uri: `${redirectUri}?x` }],
  ['another host', { redirect_uri: 'https://evil.example/callback' }],
  ['another case', { redirect_uri: redirectUri.toUpperCase() }],
  ['an unknown client', { client_id: 'unknown' }],
])('never redirects to what is not registered: %s (RFC 9700 section 4.1.3)', async (_what, change) => {
  const page = await browser().open(authorizeUrl(change))
  expect(page.status).toBe(400)
  expect(page.url).toContain(idp.url)
  expect(page.html).toContain("We can't sign you in")
})

test.each([
  ['unsupported_response_type', { response_type: 'token' }],
  ['login_required', { prompt: 'none' }],
  ['invalid_request', { prompt: 'none login' }],
])('tells the client %s, with state and iss', async (error, change) => {
  const page = await browser().open(authorizeUrl(change), redirectUri)
  const answer = Object.fromEntries(
    new URLSearchParams(new URL(page.url).search || new URL(page.url).hash.slice(1)),
  )
  expect(answer).toMatchObject({ error, state: 's', iss: idp.issuer(directory) })
})

test.each(['request', 'request_uri', 'registration'])(
  'names a parameter that is not supported: %s',
  async (name) => {
    const page = await browser().open(authorizeUrl({ [name]: 'https://client.example' }), redirectUri)
    const { searchParams } = new URL(page.url)
    expect(searchParams.get('error')).toBe(`${name}_not_supported`)
    expect(searchParams.get('error_description')).toContain(`'${name}'`)
  },
)

describe('the token endpoint', () => {
  test.each([
    ['invalid_client', 401, { client_id: application.appId, client_secret: 'wrong', code: 'x' }],
    ['invalid_client', 401, { client_id: application.appId, client_secret: expired.secretText, code: 'x' }],
    ['invalid_client', 401, { client_id: 'unknown', client_secret: 'x', code: 'x' }],
    ['invalid_client', 401, { client_id: application.appId, code: 'x' }],
    ['invalid_grant', 400, { ...credentials, code: 'unknown' }],
    ['invalid_request', 400, { ...credentials }],
    ['unsupported_grant_type', 400, { ...credentials, grant_type: 'password' }],
  ])('%s (%i)', async (error, status, form) => {
    expect(await redeem(form)).toMatchObject({ status, body: { error } })
  })

  test.each([
    ['client not found', { client_id: 'unknown', client_secret: 'x', code: 'x' }],
    ['invalid secret provided', { client_id: application.appId, client_secret: 'wrong', code: 'x' }],
    ['an application with a secret sends it', { client_id: application.appId, code: 'x' }],
    ['authorization code not found', { ...credentials, code: 'unknown' }],
    ['refresh_token, client_credentials and device_code', { ...credentials, grant_type: 'password' }],
  ])('says what is wrong: %s', async (text, form) => {
    expect((await redeem(form)).body.error_description).toContain(text)
  })

  test('takes the secret in the body and as Basic', async () => {
    const authorization = `Basic ${btoa(`${application.appId}:${secret}`)}`
    expect((await redeem({ code: await code() }, { authorization })).status).toBe(200)
    expect((await redeem({ ...credentials, code: await code() })).status).toBe(200)
  })

  test('a code once: the second time the first tokens are taken back (OP2)', async () => {
    const form = { ...credentials, code: await code() }
    const { body } = await redeem(form)
    expect(await redeem(form)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
    const headers = { authorization: `Bearer ${body.access_token}` }
    expect((await fetch(at('/userinfo'), { headers })).status).toBe(401)
  })

  test('PKCE: wrong, missing and surplus verifiers are refused (OP3)', async () => {
    const refused = { status: 400, body: { error: 'invalid_grant' } }
    expect(
      await redeem({ ...credentials, code: await code(pkce), code_verifier: 'a'.repeat(43) }),
    ).toMatchObject(refused)
    expect(await redeem({ ...credentials, code: await code(pkce) })).toMatchObject(refused)
    expect(await redeem({ ...credentials, code: await code(), code_verifier: verifier })).toMatchObject(
      refused,
    )
    expect((await redeem({ ...credentials, code: await code(pkce), code_verifier: verifier })).status).toBe(
      200,
    )
  })

  test('a public client has to use PKCE', async () => {
    const client = { client_id: publicClient.appId }
    const page = await browser().open(authorizeUrl(client), redirectUri)
    expect(new URL(page.url).searchParams.get('error')).toBe('invalid_request')
    const form = { ...client, code: await code({ ...client, ...pkce }), code_verifier: verifier }
    expect((await redeem(form)).status).toBe(200)
  })

  test('a client takes back its own tokens, no others (RFC 7009 section 2.1), and without a secret asks about no others', async () => {
    const { body } = await redeem({ ...credentials, code: await code() })
    const ask = async (path: string, client: Record<string, string>) => {
      const form = new URLSearchParams({ ...client, token: body.access_token })
      const response = await fetch(at(path), { method: 'POST', body: form })
      return { status: response.status, body: JSON.parse((await response.text()) || 'null') }
    }
    const stranger = { client_id: publicClient.appId }
    expect(await ask('/revoke', stranger)).toMatchObject({ status: 400, body: { error: 'invalid_request' } })
    expect((await ask('/introspect', stranger)).body).toEqual({ active: false })
    expect((await ask('/introspect', credentials)).body).toMatchObject({ active: true })
    expect((await ask('/revoke', credentials)).status).toBe(200)
    expect((await ask('/introspect', credentials)).body).toEqual({ active: false })
  })
})
