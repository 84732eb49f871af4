import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import { browser } from '../clients/browser.ts'
import { fixture, redirectUri, user } from '../clients/fixture.ts'
import { passportAzureAd } from '../clients/runners/passport-azure-ad.ts'
import { approveDevice, signInAt } from '../clients/sign-in.ts'
import { trustedIdp } from '../clients/trusted-idp.ts'
import { makeApplication } from '../directory/make.ts'

import { jwtBearer } from './on-behalf-of.ts'

const { directory, application, secret } = fixture('entra', {
  signInAudience: 'AzureADMultipleOrgs',
  identifierUris: ['https://middle.example/'],
  scopes: ['user_impersonation'],
  permissions: { 'https://orders.example': ['Orders.Process'] },
})
const orders = makeApplication({
  displayName: 'Orders',
  identifierUris: ['https://orders.example'],
  scopes: ['user_impersonation'],
  appRoles: ['Orders.Process'],
})
directory.applications.push(orders)

const idp = trustedIdp(directory)

const at = (path: string, tenant = directory.id) => `${idp().url}/${tenant}${path}`
const credentials = { client_id: application.appId, client_secret: secret }

async function token(form: Record<string, string>, tenant?: string) {
  const body = new URLSearchParams({ ...credentials, ...form })
  const answer = await fetch(at('/oauth2/token', tenant), { method: 'POST', body })
  return { status: answer.status, body: await answer.json() }
}

async function codeFor(change: Record<string, string> = {}, tenant?: string) {
  const params = {
    client_id: application.appId,
    response_type: 'code',
    redirect_uri: redirectUri,
    ...change,
  }
  const url = `${at('/oauth2/authorize', tenant)}?${new URLSearchParams(params)}`
  const page = await signInAt(browser(), url, redirectUri, user)
  return new URL(page.url).searchParams.get('code') ?? ''
}

const redeem = async (
  change: Record<string, string> = {},
  form: Record<string, string> = {},
  tenant?: string,
) =>
  token(
    {
      grant_type: 'authorization_code',
      redirect_uri: redirectUri,
      code: await codeFor(change, tenant),
      ...form,
    },
    tenant,
  )

test('the metadata name the addresses of version 1.0 and an issuer without a version', async () => {
  const answer = await fetch(at('/.well-known/openid-configuration'))
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  expect(await answer.json()).toMatchObject({
    issuer: at('/'),
    authorization_endpoint: at('/oauth2/authorize'),
    token_endpoint: at('/oauth2/token'),
    jwks_uri: at('/discovery/keys'),
    userinfo_endpoint: at('/openid/userinfo'),
    end_session_endpoint: at('/oauth2/logout'),
    device_authorization_endpoint: at('/oauth2/devicecode'),
  })
  const common = await (await fetch(at('/.well-known/openid-configuration', 'common'))).json()
  expect(common.issuer).toBe(at('/', '{tenantid}'))
})

test('a resource in place of scopes; tokens and the answer of version 1.0', async () => {
  const { status, body } = await redeem({ resource: 'https://orders.example' })
  expect(status).toBe(200)
  const now = Math.floor(Date.now() / 1000)
  expect(body).toMatchObject({ token_type: 'Bearer', expires_in: '3600', resource: 'https://orders.example' })
  expect(Number(body.expires_on) - now).toBeGreaterThan(3590)
  expect(decodeJwt(body.id_token)).toMatchObject({
    ver: '1.0',
    iss: at('/'),
    aud: application.appId,
    upn: user.name,
    unique_name: user.name,
    tid: directory.id,
  })
  expect(decodeJwt(body.id_token)).not.toHaveProperty('preferred_username')
  expect(decodeJwt(body.access_token)).toMatchObject({
    ver: '1.0',
    iss: at('/'),
    aud: 'https://orders.example',
    appid: application.appId,
    appidacr: '1',
    scp: 'user_impersonation',
    upn: user.name,
  })
  const refreshed = await token({
    grant_type: 'refresh_token',
    refresh_token: body.refresh_token,
    resource: 'https://graph.microsoft.com',
  })
  expect(refreshed.body).toMatchObject({ resource: 'https://graph.microsoft.com' })
  const headers = { authorization: `Bearer ${refreshed.body.access_token}` }
  expect(await (await fetch(at('/openid/userinfo'), { headers })).json()).toMatchObject({
    name: 'Harbour user',
  })
})

test('the resource may come with the token request alone, and has to be registered', async () => {
  const { body } = await redeem({}, { resource: 'https://orders.example/' })
  expect(decodeJwt(body.access_token)).toMatchObject({ aud: 'https://orders.example' })
  const unknown = await redeem({}, { resource: 'https://nothing.example' })
  expect(unknown.body.error_description).toContain('AADSTS500011: ')
})

test('at /common the tokens are from the tenant of the user', async () => {
  const { body } = await redeem({ resource: 'https://orders.example' }, {}, 'common')
  expect(decodeJwt(body.id_token).iss).toBe(at('/'))
  expect(decodeJwt(body.access_token).iss).toBe(at('/'))
})

test('a client on its own, and on behalf of a user', async () => {
  const own = await token({ grant_type: 'client_credentials', resource: 'https://orders.example' })
  expect(decodeJwt(own.body.access_token)).toMatchObject({
    ver: '1.0',
    roles: ['Orders.Process'],
    appid: application.appId,
  })
  const { body } = await redeem({ resource: 'https://middle.example/' })
  const onBehalf = await token({
    grant_type: jwtBearer,
    requested_token_use: 'on_behalf_of',
    assertion: body.access_token,
    resource: 'https://orders.example',
  })
  expect(decodeJwt(onBehalf.body.access_token)).toMatchObject({ ver: '1.0', upn: user.name })
})

test('a device, as ADAL asks for its codes', async () => {
  const body = new URLSearchParams({ client_id: application.appId, resource: 'https://orders.example' })
  const asked = await (await fetch(at('/oauth2/devicecode'), { method: 'POST', body })).json()
  expect(asked).toMatchObject({ verification_url: at('/oauth2/deviceauth'), interval: '5' })
  await approveDevice(browser(), asked.verification_url, asked.user_code, user)
  const { body: tokens } = await token({ grant_type: 'device_code', code: asked.device_code })
  expect(decodeJwt(tokens.access_token)).toMatchObject({ ver: '1.0', aud: 'https://orders.example' })
})

test('passport-azure-ad signs in with the metadata of version 1.0', async () => {
  const issuer = idp()
    .issuer(directory, { secure: true })
    .replace(/\/v2\.0$/, '')
  const outcome = await passportAzureAd({
    issuer,
    clientId: application.appId,
    clientSecret: secret,
    redirectUri,
    person: user,
  })
  expect(outcome).toMatchObject({ accepted: true, claims: { email: user.name } })
})

test('version 2.0 stays what it is, and an API may want one version always', async () => {
  orders.accessTokenVersion = 1
  const body = new URLSearchParams({
    ...credentials,
    grant_type: 'client_credentials',
    scope: 'https://orders.example/.default',
    entra_version: '1.0',
  })
  const answer = await (await fetch(at('/oauth2/v2.0/token'), { method: 'POST', body })).json()
  expect(answer.expires_in).toBe(3600)
  expect(decodeJwt(answer.access_token)).toMatchObject({ ver: '1.0', aud: 'https://orders.example' })
  orders.accessTokenVersion = 2
  const { body: current } = await redeem({ resource: 'https://orders.example' })
  expect(decodeJwt(current.access_token)).toMatchObject({ ver: '2.0', aud: orders.appId })
  delete orders.accessTokenVersion
})
