import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browser } from '../clients/browser.ts'
import { fixture, redirectUri, user } from '../clients/fixture.ts'
import { signInAt } from '../clients/sign-in.ts'
import { makeApplication, makeSecret } from '../directory/make.ts'
import { type MockIdp, startMockIdp } from '../index.ts'

let idp: MockIdp
const { directory, application, secret } = fixture('entra')
const expired = makeSecret(Date.now() - 400 * 24 * 3600 * 1000, { days: 180 })
application.passwordCredentials.push(expired)
const open = { displayName: 'Public', appId: 'open', publicClient: { redirectUris: [redirectUri] } }
directory.applications.push(makeApplication(open))

beforeAll(async () => {
  idp = await startMockIdp({ directories: [directory] })
})
afterAll(() => idp.close())

const authorizeUrl = (change: Record<string, string> = {}) => {
  const params = {
    client_id: application.appId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid',
    state: 'the state',
    ...change,
  }
  return `${idp.url}/${directory.id}/oauth2/v2.0/authorize?${new URLSearchParams(params)}`
}

async function tokenError(form: Record<string, string>) {
  const response = await fetch(`${idp.url}/${directory.id}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { 'client-request-id': 'f00dfeed-0000-4000-8000-000000000000' },
  })
  return { status: response.status, body: await response.json() }
}

async function freshCode(change: Record<string, string> = {}) {
  const page = await signInAt(browser(), authorizeUrl(change), redirectUri, user)
  return new URL(page.url).searchParams.get('code') ?? ''
}

describe('errors of the token endpoint', () => {
  const credentials = { client_id: application.appId, client_secret: secret }
  const grant = { grant_type: 'authorization_code', redirect_uri: redirectUri }

  test.each([
    [900144, 400, { ...grant, code: 'x' }],
    [700016, 400, { ...grant, code: 'x', client_id: 'unknown' }],
    [7000218, 401, { ...grant, code: 'x', client_id: application.appId }],
    [7000215, 401, { ...grant, code: 'x', client_id: application.appId, client_secret: 'wrong' }],
    [7000222, 401, { ...grant, code: 'x', client_id: application.appId, client_secret: expired.secretText }],
    [70000, 400, { ...grant, ...credentials, code: 'unknown' }],
    [900144, 400, { ...grant, ...credentials }],
    [900144, 400, { ...credentials, grant_type: 'urn:ietf:params:oauth:grant-type:device_code' }],
    [70003, 400, { ...credentials, grant_type: 'nonsense' }],
    [900144, 400, { ...credentials, grant_type: 'password' }],
    [500011, 400, { ...grant, ...credentials, code: 'x', resource: 'api://orders' }],
    [9010010, 400, { ...grant, ...credentials, code: 'x', resource: 'api://orders', scope: 'User.Read' }],
    [700025, 401, { ...grant, ...credentials, code: 'x', client_id: 'open' }],
    [700082, 400, { ...credentials, grant_type: 'refresh_token', refresh_token: 'unknown' }],
    [9002313, 400, { ...grant, ...credentials, code: 'x', token_type: 'pop', req_cnf: 'e30' }],
  ])('AADSTS%i', async (code, status, form) => {
    const answer = await tokenError(form)
    expect(answer.body.error_codes).toEqual([code])
    expect(answer.status).toBe(status)
    expect(answer.body.error_description).toContain(`AADSTS${code}: `)
    expect(answer.body.correlation_id).toBe('f00dfeed-0000-4000-8000-000000000000')
    expect(answer.body.trace_id).toMatch(/^[\da-f-]{36}$/)
    expect(answer.body.timestamp).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/)
  })

  test('AADSTS7000215 says so when the Secret ID was pasted for the Value', async () => {
    const keyId = application.passwordCredentials[0]?.keyId ?? ''
    const { body } = await tokenError({
      ...grant,
      code: 'x',
      client_id: application.appId,
      client_secret: keyId,
    })
    expect(body.error_description).toContain('This is the Secret ID')
  })

  test('AADSTS54005: a code twice, and what it gave is taken back', async () => {
    const code = await freshCode()
    const form = { ...grant, ...credentials, code }
    const tokens = await tokenError(form)
    expect(tokens.status).toBe(200)
    const again = await tokenError(form)
    expect(again.body.error_codes).toEqual([54005])
    const userinfo = await fetch(`${idp.url}/${directory.id}/oidc/userinfo`, {
      headers: { authorization: `Bearer ${tokens.body.access_token}` },
    })
    expect(userinfo.status).toBe(401)
  })

  test.each([
    ['wrong', { code_verifier: 'a'.repeat(43) }],
    ['missing', {}],
  ])('AADSTS501481: a %s code_verifier', async (_what, change) => {
    const challenge = {
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      code_challenge_method: 'S256',
    }
    const { body } = await tokenError({
      ...grant,
      ...credentials,
      code: await freshCode(challenge),
      ...change,
    })
    expect(body.error_codes).toEqual([501481])
  })

  test.each([
    ['the right', 'v', 200],
    ['a wrong', 'w', 400],
  ])('a plain challenge, as if no method is named: %s verifier', async (_what, letter, status) => {
    const code = await freshCode({ code_challenge: 'v'.repeat(43) })
    const form = { ...grant, ...credentials, code, code_verifier: letter.repeat(43) }
    expect((await tokenError(form)).status).toBe(status)
  })

  test('AADSTS501481: a surplus code_verifier', async () => {
    const { body } = await tokenError({
      ...grant,
      ...credentials,
      code: await freshCode(),
      code_verifier: 'a'.repeat(43),
    })
    expect(body.error_codes).toEqual([501481])
  })

  test('AADSTS500112: another redirect address than before', async () => {
    const body = { ...grant, ...credentials, code: await freshCode(), redirect_uri: `${redirectUri}/x` }
    expect((await tokenError(body)).body.error_codes).toEqual([500112])
  })

  test('an expired code: AADSTS70000 once the clock has moved on', async () => {
    const code = await freshCode()
    directory.clockOffset = 10 * 60_000
    const answer = await tokenError({ ...grant, ...credentials, code })
    directory.clockOffset = 0
    expect(answer.body.error_codes).toEqual([70000])
  })
})
