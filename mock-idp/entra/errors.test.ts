import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browser } from '../clients/browser.ts'
import { fixture, redirectUri, user } from '../clients/fixture.ts'
import { signInAt } from '../clients/sign-in.ts'
import { makeApplication, makeDirectory, makeUser } from '../directory/make.ts'
import { type MockIdp, startMockIdp } from '../index.ts'

let idp: MockIdp
const { directory, application } = fixture('entra')
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
const single = makeApplication({ displayName: 'Single page', spa: { redirectUris: [redirectUri] } })
directory.applications.push(closed, asking, single)
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

  test("tenants that are other things' addresses, with what addresses are here", async () => {
    const ask = async (path: string) => (await (await fetch(idp.url + path)).json()).error_description
    for (const path of [
      '/realms/x/.well-known/openid-configuration',
      '/adfs/oauth2/authorize',
      '/.well-known/x',
    ])
      expect(await ask(path)).toMatch(/^AADSTS90002: .*\/oidc\/ and the ID/)
    expect(await ask('/consumers/v2.0/.well-known/openid-configuration')).toMatch(/Personal accounts/)
  })

  test('error_uri leads to a page about the number, and to nothing else', async () => {
    const answer = await fetch(`${idp.url}/${directory.id}/oauth2/v2.0/token`, { method: 'POST' })
    const page = await fetch((await answer.json()).error_uri)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('<h1>AADSTS900144</h1>')
    expect(await (await fetch(`${idp.url}/error?code=%3Cscript%3E`)).text()).toContain('<h1>AADSTS</h1>')
  })

  test('AADSTS50105: a user who is not assigned', async () => {
    const page = await signInAt(browser(), authorizeUrl({ client_id: closed.appId }), redirectUri, user)
    expect(page.html).toContain('AADSTS50105')
  })

  test('AADSTS50105: nor is there a way in by a session that is there already', async () => {
    const person = browser()
    await signInAt(person, authorizeUrl(), redirectUri, user)
    const closedUrl = (change = {}) => authorizeUrl({ client_id: closed.appId, ...change })
    const straight = await person.open(closedUrl(), redirectUri)
    expect(straight.html).toContain('AADSTS50105')
    const picking = await person.open(closedUrl({ prompt: 'select_account' }), redirectUri)
    const picked = await person.post(picking.url, { do: 'pick', account: 'session' }, redirectUri)
    expect(picked.html).toContain('AADSTS50105')
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
    ['90023', 'invalid_request', { prompt: 'none login' }],
    ['501491', 'invalid_request', { code_challenge: 'x'.repeat(44), code_challenge_method: 'S256' }],
    ['501491', 'invalid_request', { code_challenge_method: 'S256' }],
    ['501491', 'invalid_request', { code_challenge: 'x'.repeat(42), code_challenge_method: 'plain' }],
    ['501491', 'invalid_request', { code_challenge: 'x '.repeat(22) }],
    ['9002313', 'invalid_request', { code_challenge: 'x'.repeat(43), code_challenge_method: 'S512' }],
    ['900144', 'invalid_request', { scope: '' }],
    ['9010010', 'invalid_target', { resource: 'api://orders' }],
    ['70005', 'unsupported_response_type', { response_type: 'nonsense' }],
    ['70007', 'unsupported_response_mode', { response_mode: 'jwt' }],
    ['9002325', 'invalid_request', { client_id: single.appId }],
    ['9002313', 'request_not_supported', { request: 'e30.e30.' }],
    ['9002313', 'request_uri_not_supported', { request_uri: 'https://client.example/request' }],
    ['9002313', 'registration_not_supported', { registration: '{}' }],
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

  test('AADSTS700051: access tokens are off, and the answer is in the fragment (RFC 6749 section 4.2.2.1)', async () => {
    const change = { response_type: 'id_token token', nonce: 'n' }
    application.web.implicitGrantSettings.enableIdTokenIssuance = true
    const page = await browser().open(authorizeUrl(change), redirectUri)
    application.web.implicitGrantSettings.enableIdTokenIssuance = false
    const { hash, search } = new URL(page.url)
    expect(search).toBe('')
    expect(new URLSearchParams(hash.slice(1)).get('error_description')).toMatch(/^AADSTS700051: /)
  })

  test('AADSTS65001: signed in, no one consented, prompt=none', async () => {
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
    page = await person.open(url)
    expect(page.html).toContain('Permissions requested')
    page = await person.post(page.url, { do: 'consent', consent: 'no' }, redirectUri)
    expect(new URL(page.url).searchParams.get('error')).toBe('access_denied')
    page = await person.open(url)
    await person.post(page.url, { do: 'consent', consent: 'yes' }, redirectUri)
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
