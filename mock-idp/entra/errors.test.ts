import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browser } from '../clients/browser.ts'
import { fixture, redirectUri, user } from '../clients/fixture.ts'
import { signInAt } from '../clients/sign-in.ts'
import { makeApplication, makeDirectory, makeSecret, makeUser } from '../directory/make.ts'
import { type MockIdp, startMockIdp } from '../index.ts'

let idp: MockIdp
const { directory, application, secret } = fixture('entra')
const expired = makeSecret(Date.now() - 400 * 24 * 3600 * 1000, { days: 180 })
application.passwordCredentials.push(expired)
const [first] = directory.users
directory.users.push(
  makeUser({ userPrincipalName: 'gone@harbour.example', password: 'gone', accountEnabled: false }),
)
const closed = makeApplication({
  displayName: 'Assigned only',
  assignmentRequired: true,
  consentedForAll: true,
  web: { redirectUris: [redirectUri] },
})
const asking = makeApplication({ displayName: 'Asks', web: { redirectUris: [redirectUri] } })
directory.applications.push(closed, asking)
const elsewhere = makeDirectory({
  kind: 'entra',
  displayName: 'Elsewhere',
  domains: ['elsewhere.example'],
  users: [makeUser({ userPrincipalName: 'guest@elsewhere.example', password: 'guest' })],
})

beforeAll(async () => {
  idp = await startMockIdp({ directories: [directory, elsewhere] })
})
afterAll(() => idp.close())

const authorizeUrl = (change: Record<string, string> = {}, tenant = directory.id) => {
  const params = {
    client_id: application.appId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid',
    state: 'the state',
    ...change,
  }
  return `${idp.url}/${tenant}/oauth2/v2.0/authorize?${new URLSearchParams(params)}`
}

async function tokenError(form: Record<string, string>, tenant = directory.id) {
  const response = await fetch(`${idp.url}/${tenant}/oauth2/v2.0/token`, {
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

describe('errors on the page: never a redirect', () => {
  test.each([
    ['90002', 'an unknown tenant', {}, '00000000-0000-4000-8000-000000000000'],
    ['900144', 'no client id', { client_id: '' }, undefined],
    ['700016', 'an unknown application', { client_id: 'unknown' }, undefined],
    ['700016', "another tenant's single-tenant application", {}, elsewhere.id],
    ['50194', 'a single-tenant application at /common', {}, 'common'],
    ['50011', 'another path', { redirect_uri: `${redirectUri}/x` }, undefined],
    ['50011', 'another case of the path', { redirect_uri: 'http://localhost:9/CALLBACK' }, undefined],
    ['50011', 'a query', { redirect_uri: `${redirectUri}?x=1` }, undefined],
    ['50011', 'another host', { redirect_uri: 'https://evil.example/callback' }, undefined],
    ['50011', 'a user part', { redirect_uri: 'http://localhost:9@evil.example/callback' }, undefined],
  ])('AADSTS%s: %s', async (code, _what, change, tenant) => {
    const page = await browser().open(authorizeUrl(change, tenant))
    expect(page.status).toBe(400)
    expect(page.html).toContain(`AADSTS${code}`)
    expect(page.html).toMatch(/Correlation Id/)
    expect(page.url).toContain(idp.url)
  })

  test('AADSTS50105: a user who is not assigned', async () => {
    const page = await signInAt(browser(), authorizeUrl({ client_id: closed.appId }), redirectUri, user)
    expect(page.html).toContain('AADSTS50105')
  })
})

describe('errors at the client, with its state', () => {
  test.each([
    [
      '700054',
      'unsupported_response_type',
      { response_type: 'id_token', nonce: 'n', response_mode: 'query' },
    ],
    ['50058', 'login_required', { prompt: 'none' }],
    ['900144', 'invalid_request', { response_type: '' }],
    ['90023', 'invalid_request', { prompt: 'create' }],
  ])('AADSTS%s: %s', async (code, error, change) => {
    const page = await browser().open(authorizeUrl(change), redirectUri)
    const { searchParams } = new URL(page.url)
    expect(searchParams.get('error')).toBe(error)
    expect(searchParams.get('error_description')).toMatch(
      new RegExp(`^AADSTS${code}: .*Trace ID: .*Timestamp: `),
    )
    expect(searchParams.get('state')).toBe('the state')
    expect(searchParams.has('iss')).toBe(false)
  })

  test('AADSTS65001: signed in, nobody consented, prompt=none', async () => {
    const person = browser()
    await signInAt(person, authorizeUrl(), redirectUri, user)
    const page = await person.open(authorizeUrl({ client_id: asking.appId, prompt: 'none' }), redirectUri)
    expect(new URL(page.url).searchParams.get('error')).toBe('interaction_required')
    expect(new URL(page.url).searchParams.get('error_description')).toContain('AADSTS65001')
  })

  test('AADSTS65004: consent declined; asked again next time; accepted: not asked again', async () => {
    const person = browser()
    const url = authorizeUrl({ client_id: asking.appId })
    let page = await person.open(url)
    page = await person.post(page.url, { do: 'name', name: user.name })
    page = await person.post(page.url, { do: 'password', name: user.name, password: user.password })
    page = await person.post(page.url, { do: 'stay', stay: 'no' })
    expect(page.html).toContain('Permissions requested')
    page = await person.post(page.url, { do: 'consent', consent: 'no' }, redirectUri)
    expect(new URL(page.url).searchParams.get('error')).toBe('access_denied')
    expect(new URL(page.url).searchParams.get('error_description')).toContain('AADSTS65004')
    await signInAt(person, url, redirectUri, user)
    expect(asking.consentedUserIds).toEqual([first?.id])
    const again = await person.open(url, redirectUri)
    expect(new URL(again.url).searchParams.has('code')).toBe(true)
  })
})

describe('errors while signing in', () => {
  test.each([
    ['nobody@harbour.example', 'There is no account', '50034'],
    ['guest@elsewhere.example', 'belongs to another tenant', '50020'],
  ])('%s: %s', async (name, sentence, code) => {
    const codes: string[] = []
    const stop = idp.onEvent((event) => event.type === 'sign-in-refused' && codes.push(event.code))
    const person = browser()
    const page = await person.open(authorizeUrl())
    const answer = await person.post(page.url, { do: 'name', name })
    stop()
    expect(answer.html).toContain(sentence)
    expect(codes).toEqual([`AADSTS${code}`])
  })

  test.each([
    [user.name, 'wrong', '50126'],
    ['gone@harbour.example', 'gone', '50057'],
  ])('%s with the password "%s": AADSTS%s', async (name, password, code) => {
    const codes: string[] = []
    const stop = idp.onEvent((event) => event.type === 'sign-in-refused' && codes.push(event.code))
    const person = browser()
    const page = await person.open(authorizeUrl())
    const answer = await person.post(page.url, { do: 'password', name, password })
    stop()
    expect(answer.html).toContain('Enter password')
    expect(codes).toEqual([`AADSTS${code}`])
  })
})

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
    [9002313, 400, { ...grant, ...credentials }],
    [70003, 400, { ...credentials, grant_type: 'password' }],
    [700082, 400, { ...credentials, grant_type: 'refresh_token', refresh_token: 'unknown' }],
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
    directory.clock = () => Date.now() + 10 * 60_000
    const answer = await tokenError({ ...grant, ...credentials, code })
    directory.clock = undefined
    expect(answer.body.error_codes).toEqual([70000])
  })
})

describe('bad input is answered as the protocol says, never with a 500', () => {
  const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
    fetch(`${idp.url}${path}`, { method: 'POST', body, headers, redirect: 'manual' })

  test('an oversized body', async () => {
    const response = await post(`/${directory.id}/oauth2/v2.0/token`, 'x'.repeat(100_000))
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ error: 'invalid_request' })
  })

  test.each([
    ['GET of the token endpoint', () => fetch(`${idp.url}/${directory.id}/oauth2/v2.0/token`), 405],
    [
      'JSON at the token endpoint',
      () => post(`/${directory.id}/oauth2/v2.0/token`, '{}', { 'content-type': 'application/json' }),
      400,
    ],
    ['nothing there', () => fetch(`${idp.url}/${directory.id}/nowhere`), 404],
    ['a foreign sign-in', () => fetch(`${idp.url}/${directory.id}/login/abc`), 400],
    ['a foreign sign-in, posted', () => post(`/${directory.id}/login/abc`, 'do=password'), 400],
    [
      'an unknown misbehaviour in the address',
      () => fetch(`${idp.url}/${directory.id}~nonsense/v2.0/.well-known/openid-configuration`),
      400,
    ],
    ['an unknown provider', () => fetch(`${idp.url}/oidc/nobody/.well-known/openid-configuration`), 404],
    ['a broken escape', () => fetch(`${idp.url}/%zz/v2.0/.well-known/openid-configuration`), 400],
    ['no token at userinfo', () => fetch(`${idp.url}/${directory.id}/oidc/userinfo`), 401],
    [
      'a wrong token at userinfo',
      () => fetch(`${idp.url}/${directory.id}/oidc/userinfo`, { headers: { authorization: 'Bearer x' } }),
      401,
    ],
    ['a doubled parameter', () => fetch(`${authorizeUrl()}&scope=openid`, { redirect: 'manual' }), 303],
    [
      'a null byte in a parameter',
      () => fetch(authorizeUrl({ scope: 'openid \0' }), { redirect: 'manual' }),
      303,
    ],
  ])('%s', async (_what, send, status) => {
    expect((await send()).status).toBe(status)
  })
})
