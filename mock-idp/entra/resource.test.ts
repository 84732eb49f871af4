import { decodeJwt } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { browser } from '../clients/browser.ts'
import { fixture, redirectUri, user } from '../clients/fixture.ts'
import { signInAt } from '../clients/sign-in.ts'
import { tokenClient } from '../clients/tokens.ts'
import { makeApplication } from '../directory/make.ts'
import { type MockIdp, startMockIdp } from '../index.ts'

let idp: MockIdp
const entra = fixture('entra')
const { directory, application } = entra
const mcp = 'https://tools.example/mcp'
const tools = makeApplication({ displayName: 'Tools', identifierUris: [mcp], scopes: ['read'] })
directory.applications.push(tools)

beforeAll(async () => {
  idp = await startMockIdp({ directories: [directory] })
})
afterAll(() => idp.close())

async function answerTo(scope: string, resource: string) {
  const { metadata } = await tokenClient(idp.issuer(directory), entra)
  const params = {
    client_id: application.appId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope,
    resource,
  }
  const url = `${metadata.authorization_endpoint}?${new URLSearchParams(params)}`
  return new URL((await signInAt(browser(), url, redirectUri, user)).url).searchParams
}

test('a resource that is the API of the scopes: at the sign-in, with the code and at a refresh', async () => {
  const client = await tokenClient(idp.issuer(directory), entra)
  const code = (await answerTo(`openid offline_access ${mcp}/read`, mcp)).get('code') ?? ''
  const grant = { grant_type: 'authorization_code', redirect_uri: redirectUri, code, resource: mcp }
  const { body } = await client.post('token_endpoint', grant)
  expect(decodeJwt(body.access_token ?? '')).toMatchObject({ aud: tools.appId, scp: 'read' })
  const refreshed = await client.refresh(body.refresh_token, { resource: mcp })
  expect(decodeJwt(refreshed.body.access_token ?? '')).toMatchObject({ aud: tools.appId, scp: 'read' })
  const withScope = await client.refresh(body.refresh_token, { resource: mcp, scope: `${mcp}/read openid` })
  expect(withScope.status).toBe(200)
})

test.each([
  ['a slash too many', `openid ${mcp}/read`, `${mcp}/`],
  ['another address', `openid ${mcp}/read`, 'https://tools.example/other'],
  ['no scope of the API', 'openid offline_access', mcp],
  ['a scope of Graph', 'openid User.Read', mcp],
  ['Graph, with a scope of the API', `openid ${mcp}/read`, 'https://graph.microsoft.com'],
])('AADSTS9010010 (invalid_target): %s', async (_what, scope, resource) => {
  const answer = await answerTo(scope, resource)
  expect(answer.get('error')).toBe('invalid_target')
  expect(answer.get('error_description')).toContain('AADSTS9010010: ')
})
