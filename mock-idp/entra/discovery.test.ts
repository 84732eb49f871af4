import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixture } from '../clients/fixture.ts'
import { type MockIdp, startMockIdp } from '../index.ts'

let idp: MockIdp
const { directory } = fixture('entra')

beforeAll(async () => {
  idp = await startMockIdp({ directories: [directory], https: { port: 0 } })
})
afterAll(() => idp.close())

const get = async (path: string) => (await fetch(idp.url + path)).json()

test('a tenant publishes its own issuer and addresses, by id and by domain', async () => {
  const byId = await get(`/${directory.id}/v2.0/.well-known/openid-configuration`)
  expect(byId).toMatchObject({
    issuer: `${idp.url}/${directory.id}/v2.0`,
    authorization_endpoint: `${idp.url}/${directory.id}/oauth2/v2.0/authorize`,
    token_endpoint: `${idp.url}/${directory.id}/oauth2/v2.0/token`,
    end_session_endpoint: `${idp.url}/${directory.id}/oauth2/v2.0/logout`,
    jwks_uri: `${idp.url}/${directory.id}/discovery/v2.0/keys`,
    subject_types_supported: ['pairwise'],
  })
  expect(byId.claims_supported).not.toContain('email_verified')
  const byDomain = await get('/harbour.example/v2.0/.well-known/openid-configuration')
  expect(byDomain.issuer).toBe(byId.issuer)
})

test.each(['common', 'organizations'])('/%s publishes the template', async (name) => {
  const metadata = await get(`/${name}/v2.0/.well-known/openid-configuration`)
  expect(metadata.issuer).toBe(`${idp.url}/{tenantid}/v2.0`)
  expect(metadata.token_endpoint).toBe(`${idp.url}/${name}/oauth2/v2.0/token`)
  const { keys } = await (await fetch(metadata.jwks_uri)).json()
  expect(keys[0]).toMatchObject({ kty: 'RSA', use: 'sig', issuer: metadata.issuer })
  expect(keys[0]).not.toHaveProperty('alg')
})

test("MSAL's instance discovery names this host, port included, as a separate cloud", async () => {
  const query = `api-version=1.1&authorization_endpoint=${encodeURIComponent(`${idp.url}/common/oauth2/v2.0/authorize`)}`
  const { host } = new URL(idp.url)
  expect(await get(`/common/discovery/instance?${query}`)).toMatchObject({
    tenant_discovery_endpoint: `${idp.url}/common/v2.0/.well-known/openid-configuration`,
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  })
})

test('whatever name the caller uses for the host, addresses are those of the issuer', async () => {
  const { port } = new URL(idp.url)
  const path = `/${directory.id}/v2.0/.well-known/openid-configuration`
  const metadata = await (await fetch(`http://127.0.0.1:${port}${path}`)).json()
  expect(metadata.issuer).toBe(idp.issuer(directory))
  expect(idp.issuer(directory, { secure: true })).toMatch(/^https:\/\/localhost:\d+\//)
})

test('a tenant that does not exist: AADSTS90002, as JSON for clients', async () => {
  const answer = await get('/nobody.example/v2.0/.well-known/openid-configuration')
  expect(answer).toMatchObject({ error: 'invalid_request', error_codes: [90002] })
})
