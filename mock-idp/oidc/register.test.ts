import { decodeJwt } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { browser } from '../clients/browser.ts'
import { fixture, user } from '../clients/fixture.ts'
import { signInAt } from '../clients/sign-in.ts'
import { type MockIdp, startMockIdp } from '../index.ts'

let idp: MockIdp
const { directory } = fixture('oidc')
const closed = fixture('oidc', {}, 'closed')
directory.registration = true
const redirectUri = 'http://localhost:9/registered'

beforeAll(async () => {
  idp = await startMockIdp({ directories: [directory, closed.directory] })
})
afterAll(() => idp.close())

const metadataOf = async (at = directory) =>
  (await fetch(`${idp.issuer(at)}/.well-known/openid-configuration`)).json()

async function register(metadata: unknown) {
  const { registration_endpoint } = await metadataOf()
  const answer = await fetch(registration_endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof metadata === 'string' ? metadata : JSON.stringify(metadata),
  })
  return { status: answer.status, body: await answer.json() }
}

test.each(['none', undefined])('a client registers itself and signs a user in (%s)', async (method) => {
  const { status, body } = await register({
    client_name: 'Tools',
    redirect_uris: [redirectUri],
    token_endpoint_auth_method: method,
    software_id: 'is ignored',
  })
  expect(status).toBe(201)
  expect(body.client_secret !== undefined).toBe(method === undefined)
  const { authorization_endpoint, token_endpoint } = await metadataOf()
  const params = {
    client_id: body.client_id,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  }
  const url = `${authorization_endpoint}?${new URLSearchParams(params)}`
  const { url: arrived } = await signInAt(browser(), url, redirectUri, user)
  const form = {
    client_id: body.client_id,
    ...(body.client_secret && { client_secret: body.client_secret }),
    grant_type: 'authorization_code',
    redirect_uri: redirectUri,
    code: new URL(arrived).searchParams.get('code') ?? '',
    code_verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
  }
  const answer = await fetch(token_endpoint, { method: 'POST', body: new URLSearchParams(form) })
  expect(decodeJwt((await answer.json()).id_token).aud).toBe(body.client_id)
})

test.each([
  ['invalid_redirect_uri', { redirect_uris: ['http://elsewhere.example/callback'] }],
  ['invalid_redirect_uri', { redirect_uris: ['javascript:alert(1)'] }],
  ['invalid_redirect_uri', { post_logout_redirect_uris: ['data:text/html,x'] }],
  ['invalid_client_metadata', { redirect_uris: 'https://one.example' }],
  ['invalid_client_metadata', { token_endpoint_auth_method: 'private_key_jwt' }],
  ['invalid_client_metadata', { redirect_uris: Array(21).fill(redirectUri) }],
  ['invalid_client_metadata', 'no JSON'],
])('%s: %o', async (error, metadata) => {
  expect(await register(metadata)).toMatchObject({ status: 400, body: { error } })
})

test('there is an end to it', async () => {
  const before = [...directory.applications]
  while (directory.applications.length < 200) directory.applications.push(...before.slice(0, 1))
  expect(await register({ redirect_uris: [redirectUri] })).toMatchObject({ status: 400 })
  directory.applications = before
})

test('only where the directory lets them', async () => {
  expect(await metadataOf(closed.directory)).not.toHaveProperty('registration_endpoint')
  const answer = await fetch(`${idp.issuer(closed.directory)}/register`, { method: 'POST', body: '{}' })
  expect(answer.status).toBe(404)
})
