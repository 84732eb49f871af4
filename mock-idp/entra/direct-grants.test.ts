import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fixture, user } from '../clients/fixture.ts'
import { tokenClient } from '../clients/tokens.ts'
import { makeApplication, makeUser } from '../directory/make.ts'
import { type MockIdp, startMockIdp } from '../index.ts'
import { jwtBearer } from './on-behalf-of.ts'

let idp: MockIdp
const entra = fixture('entra', {
  signInAudience: 'AzureADMultipleOrgs',
  identifierUris: ['api://middle'],
  scopes: ['Act'],
})
const { directory, application } = entra
const orders = makeApplication({
  displayName: 'Orders',
  identifierUris: ['api://orders'],
  scopes: ['Orders.Read'],
})
directory.applications.push(orders)
directory.users.push(
  makeUser({ userPrincipalName: 'gone@harbour.example', password: 'gone', accountEnabled: false }),
)

beforeAll(async () => {
  idp = await startMockIdp({ directories: [directory] })
})
afterAll(() => idp.close())

const clientAt = (tenant = directory.id) =>
  tokenClient(idp.issuer(directory).replace(directory.id, tenant), entra)

describe('name and password sent by the client', () => {
  const send = async (change: Record<string, string> = {}, tenant?: string) =>
    (await clientAt(tenant)).post('token_endpoint', {
      grant_type: 'password',
      username: user.name,
      password: user.password,
      scope: 'openid profile offline_access User.Read',
      ...change,
    })

  test.each([directory.id, 'organizations'])('give tokens at %s', async (tenant) => {
    const { body } = await send({}, tenant)
    expect(decodeJwt(body.id_token ?? '')).toMatchObject({
      preferred_username: user.name,
      tid: directory.id,
      iss: idp.issuer(directory),
    })
    const refreshed = await (await clientAt(tenant)).refresh(body.refresh_token)
    expect(refreshed.status).toBe(200)
    const graph = await fetch(`${idp.url}/${directory.id}/graph/v1.0/me`, {
      headers: { authorization: `Bearer ${body.access_token}` },
    })
    expect(await graph.json()).toMatchObject({ userPrincipalName: user.name })
  })

  test.each([
    ['50034', { username: 'nobody@harbour.example' }],
    ['50126', { password: 'wrong' }],
    ['50057', { username: 'gone@harbour.example', password: 'gone' }],
    ['900144', { username: '' }],
  ])('AADSTS%s', async (code, change) => {
    const { status, body } = await send(change)
    expect(status).toBe(400)
    expect(body.error_description).toContain(`AADSTS${code}: `)
  })

  test('AADSTS9001023 at /common', async () => {
    expect((await send({}, 'common')).body.error_description).toContain('AADSTS9001023: ')
  })

  test('AADSTS65001 where no one has consented', async () => {
    application.consentedForAll = false
    const { body } = await send()
    application.consentedForAll = true
    expect(body).toMatchObject({ error: 'invalid_grant' })
    expect(body.error_description).toContain('AADSTS65001: ')
  })
})

describe('on behalf of', () => {
  const assertionFor = async (scope: string) =>
    (await (await clientAt()).signIn(scope)).body.access_token ?? ''
  const send = async (assertion: string, scope = 'api://orders/.default offline_access') =>
    (await clientAt()).post('token_endpoint', {
      grant_type: jwtBearer,
      requested_token_use: 'on_behalf_of',
      assertion,
      scope,
    })

  test('gives a token for another API, in the name of the same user', async () => {
    const assertion = await assertionFor('openid api://middle/Act')
    const { body } = await send(assertion)
    const { oid } = decodeJwt(assertion)
    expect(decodeJwt(body.access_token ?? '')).toMatchObject({
      aud: orders.appId,
      azp: application.appId,
      scp: 'Orders.Read',
      oid,
    })
    expect((await (await clientAt()).refresh(body.refresh_token)).status).toBe(200)
  })

  test.each([
    ['500131', 'a token for another API', () => assertionFor('openid api://orders/Orders.Read')],
    ['50013', 'an opaque token', () => assertionFor('openid User.Read')],
    ['50013', 'nonsense', async () => 'nonsense'],
    ['900144', 'nothing', async () => ''],
  ])('AADSTS%s: %s', async (code, _what, make) => {
    const { status, body } = await send(await make())
    expect(status).toBe(400)
    expect(body.error_description).toContain(`AADSTS${code}: `)
  })

  test('AADSTS500133: an hour later', async () => {
    const assertion = await assertionFor('openid api://middle/Act')
    directory.clockOffset = 2 * 3600 * 1000
    const { body } = await send(assertion)
    directory.clockOffset = 0
    expect(body.error_description).toContain('AADSTS500133: ')
  })
})

describe('a refresh token is for every API', () => {
  test.each([directory.id, 'common'])(
    'at %s, also for those that the sign-in did not name',
    async (tenant) => {
      const client = await clientAt(tenant)
      const { body } = await client.signIn('openid offline_access User.Read')
      const scope = 'api://orders/Orders.Read openid offline_access'
      const orderly = await client.refresh(body.refresh_token, { scope })
      expect(decodeJwt(orderly.body.access_token ?? '')).toMatchObject({
        aud: orders.appId,
        scp: 'Orders.Read',
      })
      const graph = await client.refresh(orderly.body.refresh_token, { scope: 'Mail.Read openid' })
      expect(graph.body.scope).toContain('Mail.Read')
      expect(() => decodeJwt(graph.body.access_token ?? '')).toThrow()
    },
  )

  test('and for no other client', async () => {
    const { body } = await (await clientAt()).signIn('openid offline_access')
    const [credential] = application.passwordCredentials
    const other = makeApplication({
      displayName: 'Other',
      consentedForAll: true,
      passwordCredentials: credential ? [credential] : [],
    })
    directory.applications.push(other)
    const client = await tokenClient(idp.issuer(directory), { ...entra, application: other })
    const { status } = await client.refresh(body.refresh_token, { scope: 'api://orders/Orders.Read' })
    expect(status).toBe(400)
  })
})
