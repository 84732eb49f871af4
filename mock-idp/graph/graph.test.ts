import { afterAll, beforeAll, expect, test } from 'vitest'
import { browser } from '../clients/browser.ts'
import { fixture, redirectUri, user } from '../clients/fixture.ts'
import { signInAt } from '../clients/sign-in.ts'
import { type MockIdp, startMockIdp } from '../index.ts'

let idp: MockIdp
const { directory, application, secret } = fixture('entra')

beforeAll(async () => {
  idp = await startMockIdp({ directories: [directory] })
})
afterAll(() => idp.close())

async function graph(method: string, path: string, body?: unknown, token = directory.managementToken) {
  const response = await fetch(`${idp.url}/${directory.id}/graph/v1.0${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  return { status: response.status, body: response.status === 204 ? undefined : await response.json() }
}

/** Signs the user in at an application and answers its access token. */
async function accessToken(name: string, password: string): Promise<string> {
  const params = {
    client_id: application.appId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid',
  }
  const authority = `${idp.url}/${directory.id}/oauth2/v2.0`
  const url = `${authority}/authorize?${new URLSearchParams(params)}`
  const page = await signInAt(browser(), url, redirectUri, { name, password })
  const code = new URL(page.url).searchParams.get('code') ?? ''
  const form = { ...params, client_secret: secret, grant_type: 'authorization_code', code }
  const answer = await fetch(`${authority}/token`, { method: 'POST', body: new URLSearchParams(form) })
  return (await answer.json()).access_token
}

test('registers, changes and deletes an application; the secret is shown once', async () => {
  const made = await graph('POST', '/applications', {
    displayName: 'New',
    web: { redirectUris: [redirectUri] },
  })
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({
    displayName: 'New',
    signInAudience: 'AzureADMyOrg',
    passwordCredentials: [],
  })
  const path = `/applications/${made.body.id}`

  const added = await graph('POST', `${path}/addPassword`, { passwordCredential: { displayName: 'first' } })
  expect(added.body.secretText).toHaveLength(40)
  const read = await graph('GET', path)
  expect(read.body.passwordCredentials).toEqual([
    { ...added.body, secretText: null, hint: added.body.secretText.slice(0, 3) },
  ])
  expect(JSON.stringify(read.body)).not.toContain(added.body.secretText)

  const change = { web: { implicitGrantSettings: { enableIdTokenIssuance: true } } }
  expect((await graph('PATCH', path, change)).status).toBe(204)
  expect((await graph('GET', path)).body.web).toMatchObject({
    redirectUris: [redirectUri],
    implicitGrantSettings: { enableIdTokenIssuance: true },
  })
  expect((await graph('POST', `${path}/removePassword`, { keyId: added.body.keyId })).status).toBe(204)
  expect((await graph('GET', path)).body.passwordCredentials).toEqual([])
  expect((await graph('DELETE', path)).status).toBe(204)
  expect((await graph('GET', path)).status).toBe(404)
})

test.each([
  ['http elsewhere than localhost', { web: { redirectUris: ['http://example.com/cb'] } }, /https/],
  ['no address', { web: { redirectUris: ['callback'] } }, /not an absolute address/],
  ['a fragment', { web: { redirectUris: ['https://example.com/#x'] } }, /fragment/],
  ['257 characters', { web: { redirectUris: [`https://example.com/${'x'.repeat(237)}`] } }, /256/],
  ['one twice', { web: { redirectUris: ['https://a.example/', 'https://a.example/'] } }, /already/],
  ['an unknown member', { colour: 'red' }, /colour|[Uu]nrecognized/],
  ['an empty name', { displayName: '' }, /name/],
  ['no JSON', '{', /JSON/],
])('refuses %s', async (_what, body, message) => {
  const whole = typeof body === 'string' ? body : { displayName: 'New', ...body }
  const answer = await graph('POST', '/applications', whole)
  expect(answer.status).toBe(400)
  expect(answer.body.error.message).toMatch(message)
})

test('a secret is valid for at most 24 months', async () => {
  const endDateTime = new Date(Date.now() + 800 * 24 * 3600 * 1000).toISOString()
  const path = `/applications/${application.id}/addPassword`
  expect((await graph('POST', path, { passwordCredential: { endDateTime } })).status).toBe(400)
})

test('users: never with a password, only of the own domains, disabled on request', async () => {
  const fields = { displayName: 'Second', passwordProfile: { password: 'second' } }
  const made = await graph('POST', '/users', { ...fields, userPrincipalName: 'second@harbour.example' })
  expect(made.status).toBe(201)
  expect(JSON.stringify((await graph('GET', '/users')).body)).not.toMatch(/"password"/)
  expect((await graph('POST', '/users', { ...fields, userPrincipalName: 'x@other.example' })).status).toBe(
    400,
  )
  const renamed = (userPrincipalName: string) =>
    graph('PATCH', `/users/${made.body.id}`, { userPrincipalName })
  expect((await renamed('x@other.example')).status).toBe(400)
  expect((await renamed(user.name.toUpperCase())).status).toBe(409)
  expect((await renamed('second@harbour.example')).status).toBe(204)
  expect((await graph('PATCH', `/users/${made.body.id}`, { accountEnabled: false })).status).toBe(204)
  expect((await graph('PATCH', `/users/${made.body.id}`, { displayName: 'Renamed' })).status).toBe(204)
  expect((await graph('GET', `/users/${made.body.id}`)).body).toMatchObject({
    displayName: 'Renamed',
    accountEnabled: false,
  })
})

test('a password that has to be changed is refused, because nobody would be asked', async () => {
  const passwordProfile = { password: 'third', forceChangePasswordNextSignIn: true }
  const fields = { displayName: 'Third', userPrincipalName: 'third@harbour.example', passwordProfile }
  const { status, body } = await graph('POST', '/users', fields)
  expect(status).toBe(400)
  expect(body.error.message).toContain('forceChangePasswordNextSignIn')
})

test('a directory and an application have room for so much, and say so', async () => {
  const before = [...directory.users]
  const [first] = before
  if (!first) throw new Error('no user')
  while (directory.users.length < 10_000) directory.users.push(first)
  for (const [path, fields] of [
    [
      '/users',
      { userPrincipalName: 'full@harbour.example', displayName: 'F', passwordProfile: { password: 'f' } },
    ],
    ['/groups', { displayName: 'F', mailNickname: 'f', mailEnabled: false, securityEnabled: true }],
    ['/applications', { displayName: 'F' }],
  ] as const) {
    const { status, body } = await graph('POST', path, fields)
    expect([status, body.error?.code]).toEqual([403, 'Directory_QuotaExceeded'])
  }
  directory.users = before
  const secrets = [...application.passwordCredentials]
  const add = () => graph('POST', `/applications/${application.id}/addPassword`, {})
  while (application.passwordCredentials.length < 100) expect((await add()).status).toBe(200)
  expect((await add()).body.error.code).toBe('Directory_QuotaExceeded')
  application.passwordCredentials = secrets
})

test('who may: no one without a token, users only their own profile, administrators everything', async () => {
  expect((await graph('GET', '/applications', undefined, 'wrong')).status).toBe(401)
  const asUser = await accessToken(user.name, user.password)
  expect((await graph('GET', '/me', undefined, asUser)).body.userPrincipalName).toBe(user.name)
  expect((await graph('POST', '/me/getMemberObjects', {}, asUser)).body).toEqual({ value: [] })
  expect((await graph('GET', '/applications', undefined, asUser)).status).toBe(403)
  const asAdministrator = await accessToken('admin@harbour.example', 'admin password')
  expect((await graph('GET', '/applications', undefined, asAdministrator)).status).toBe(200)
})
