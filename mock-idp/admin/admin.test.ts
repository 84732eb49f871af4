import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, browser } from '../clients/browser.ts'
import { fixture, redirectUri, user } from '../clients/fixture.ts'
import { signInAt } from '../clients/sign-in.ts'
import { type MockIdp, startMockIdp } from '../index.ts'

let idp: MockIdp
let admin: string
const { directory } = fixture('entra')
const administrator = { name: 'admin@harbour.example', password: 'admin password' }

beforeAll(async () => {
  idp = await startMockIdp({ directories: [directory] })
  admin = `${idp.url}/${directory.id}/admin`
})
afterAll(() => idp.close())

async function signedIn(): Promise<Browser> {
  const person = browser()
  const page = await signInAt(person, admin, 'nowhere:', administrator)
  expect(page.url).toBe(admin)
  expect(page.html).toContain(directory.id)
  return person
}

const authorizeUrl = (clientId: string, redirect: string, change: Record<string, string> = {}) =>
  `${idp.url}/${directory.id}/oauth2/v2.0/authorize?${new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: redirect,
    scope: 'openid',
    ...change,
  })}`

const redeem = async (form: Record<string, string>) => {
  const response = await fetch(`${idp.url}/${directory.id}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'authorization_code', redirect_uri: redirectUri, ...form }),
  })
  return response.json()
}

test('sends others to sign in, and refuses who is no administrator', async () => {
  const page = await browser().open(admin)
  expect(page.html).toContain('<h1>Sign in</h1>')
  const refused = await signInAt(browser(), admin, 'nowhere:', user)
  expect(refused.status).toBe(403)
  expect(refused.html).toContain('no administrator')
})

test('what is registered is live: redirect address, ID tokens, secret, its id and its end', async () => {
  const person = await signedIn()
  const typed = `${redirectUri}/wrong`
  const overview = await person.post(`${admin}/applications/new`, {
    name: 'Product',
    audience: 'AzureADMyOrg',
    platform: 'web',
    redirectUri: typed,
  })
  expect(overview.html).toContain('Application (client) ID')
  const application = directory.applications.find(({ displayName }) => displayName === 'Product')
  expect(overview.html).toContain(application?.appId)
  const appId = application?.appId ?? ''
  const here = `${admin}/applications/${application?.id}`

  // The address typed wrong is found out at the login, not before.
  expect((await person.open(authorizeUrl(appId, redirectUri), redirectUri)).html).toContain('AADSTS50011')
  await person.post(`${here}/authentication`, { web: redirectUri, audience: 'AzureADMyOrg', logoutUrl: '' })
  const idToken = { response_type: 'id_token', nonce: 'n', response_mode: 'query' }
  const off = await person.open(authorizeUrl(appId, redirectUri, idToken), redirectUri)
  expect(new URL(off.url).searchParams.get('error_description')).toContain('AADSTS700054')

  const added = await person.post(`${here}/secrets/new`, { description: 'for tests', days: '90' })
  const [credential] = application?.passwordCredentials ?? []
  const { secretText = '', keyId = '' } = credential ?? {}
  expect(added.html).toContain(secretText)
  expect((await person.open(added.url)).html).not.toContain(secretText)
  expect((await person.open(`${here}/secrets`)).html).toContain(keyId)

  const page = await signInAt(person, authorizeUrl(appId, redirectUri), redirectUri, administrator)
  const code = new URL(page.url).searchParams.get('code') ?? ''
  const pasted = await redeem({ client_id: appId, client_secret: keyId, code })
  expect(pasted.error_codes).toEqual([7000215])
  directory.clockOffset = 91 * 24 * 3600 * 1000
  const late = await redeem({ client_id: appId, client_secret: secretText, code })
  directory.clockOffset = 0
  expect(late.error_codes).toEqual([7000222])
  expect((await redeem({ client_id: appId, client_secret: secretText, code })).id_token).toBeTypeOf('string')
})

test('says what is wrong with an entry and keeps it', async () => {
  const person = await signedIn()
  const page = await person.post(`${admin}/applications/new`, {
    name: 'Kept name',
    audience: 'AzureADMultipleOrgs',
    platform: 'web',
    redirectUri: 'http://example.com/cb',
  })
  expect(page.status).toBe(400)
  expect(page.html).toContain('A redirect URI starts with https')
  expect(page.html).toContain('value="Kept name"')
  expect(page.html).toMatch(/value="AzureADMultipleOrgs" checked/)
})

test.each([
  ['a name', { name: ' ' }, 'Enter a name'],
  ['a platform for the redirect URI', { name: 'P', redirectUri }, 'Select the platform'],
])('asks for %s', async (_, form, said) => {
  const person = await signedIn()
  const before = directory.applications.length
  const page = await person.post(`${admin}/applications/new`, form)
  expect(page.status).toBe(400)
  expect(page.html).toContain(said)
  expect(directory.applications).toHaveLength(before)
})

test('escapes what was typed', async () => {
  const person = await signedIn()
  await person.post(`${admin}/applications/new`, {
    name: '<script>alert(1)</script>',
    audience: 'AzureADMyOrg',
  })
  const list = await person.open(`${admin}/applications`)
  expect(list.html).toContain('&lt;script&gt;')
  expect(list.html).not.toContain('<script>alert')
})

test('adds a user who can sign in', async () => {
  const person = await signedIn()
  const fields = {
    userPrincipalName: 'new@harbour.example',
    displayName: 'New user',
    password: 'new password',
  }
  const page = await person.post(`${admin}/users`, fields)
  expect(page.html).toContain('new@harbour.example')
  const refused = await signInAt(browser(), admin, 'nowhere:', {
    name: fields.userPrincipalName,
    password: fields.password,
  })
  expect(refused.status).toBe(403)
})
