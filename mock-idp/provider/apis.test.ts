import { createRemoteJWKSet, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browser } from '../clients/browser.ts'
import { redirectUri } from '../clients/fixture.ts'
import { signInAt } from '../clients/sign-in.ts'
import { directoriesFrom } from '../config/directories.ts'
import { configSchema } from '../config/schema.ts'
import { type Directory, type MockIdp, startMockIdp } from '../index.ts'

const person = { name: 'ana@quay.example', password: 'anas-password' }
const secret = 'a secret of the test'
const orders = 'https://orders.quay.example'

const [tenant, generic] = directoriesFrom(
  configSchema.parse({
    directories: (['entra', 'oidc'] as const).map((kind) => ({
      kind,
      displayName: 'Quay',
      domains: ['quay.example'],
      lifetimes: { accessToken: 120 },
      users: [{ userPrincipalName: person.name, password: person.password }],
      groups: [{ displayName: 'Clerks', members: [person.name] }],
      applications: [
        {
          displayName: 'Client',
          redirectUris: [redirectUri],
          secrets: [secret],
          permissions: {
            [orders]: ['Orders.Process', 'Nothing'],
            'https://graph.microsoft.com': ['User.Read.All'],
          },
        },
        {
          displayName: 'Orders',
          identifierUris: [orders],
          scopes: ['Orders.Read', 'Orders.Write'],
          appRoles: ['Clerk', 'Orders.Process'],
          roles: { Clerks: ['Clerk'] },
          groupClaims: true,
        },
        { displayName: 'Stock', identifierUris: ['api://stock'], scopes: ['Stock.Read'] },
      ],
    })),
  }),
  Date.now(),
)
if (!tenant || !generic) throw new Error('The configuration makes two directories.')
const appOf = (directory: Directory, name: string) => {
  const found = directory.applications.find(({ displayName }) => displayName === name)
  if (!found) throw new Error(`There is no ${name}.`)
  return found
}

let idp: MockIdp
beforeAll(async () => {
  idp = await startMockIdp({ directories: [tenant, generic] })
})
afterAll(() => idp.close())

const metadataOf = async (directory: Directory) =>
  (await fetch(`${idp.issuer(directory)}/.well-known/openid-configuration`)).json()

async function exchange(directory: Directory, form: Record<string, string>) {
  const { token_endpoint } = await metadataOf(directory)
  const client = { client_id: appOf(directory, 'Client').appId, client_secret: secret }
  const body = new URLSearchParams({ ...client, ...form })
  const answer = await fetch(token_endpoint, { method: 'POST', body })
  return { status: answer.status, body: await answer.json() }
}

async function authorize(directory: Directory, params: Record<string, string>) {
  const { authorization_endpoint } = await metadataOf(directory)
  const request = {
    client_id: appOf(directory, 'Client').appId,
    response_type: 'code',
    redirect_uri: redirectUri,
  }
  const url = `${authorization_endpoint}?${new URLSearchParams({ ...request, ...params })}`
  return new URL((await signInAt(browser(), url, redirectUri, person)).url).searchParams
}

async function logIn(
  directory: Directory,
  params: Record<string, string>,
  form: Record<string, string> = {},
) {
  const code = (await authorize(directory, params)).get('code') ?? ''
  return exchange(directory, { grant_type: 'authorization_code', redirect_uri: redirectUri, code, ...form })
}

async function verified(directory: Directory, token: string) {
  const { jwks_uri, issuer } = await metadataOf(directory)
  return jwtVerify(token, createRemoteJWKSet(new URL(jwks_uri)), { issuer })
}

describe('at a tenant', () => {
  test('an access token for a registered API is a JWT with its scopes, roles and groups', async () => {
    const scope = `openid offline_access ${orders}/Orders.Read`
    const { body } = await logIn(tenant, { scope })
    expect(body.scope).toContain(`${orders}/Orders.Read`)
    expect(body.expires_in).toBe(120)
    const { payload, protectedHeader } = await verified(tenant, body.access_token)
    expect(protectedHeader).toMatchObject({ typ: 'JWT', alg: 'RS256' })
    const [user] = tenant.users
    expect(payload).toMatchObject({
      aud: appOf(tenant, 'Orders').appId,
      azp: appOf(tenant, 'Client').appId,
      azpacr: '1',
      scp: 'Orders.Read',
      roles: ['Clerk'],
      groups: [tenant.groups[0]?.id],
      oid: user?.id,
      tid: tenant.id,
      ver: '2.0',
    })
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(120)

    const again = await exchange(tenant, {
      grant_type: 'refresh_token',
      refresh_token: body.refresh_token,
      scope,
    })
    expect((await verified(tenant, again.body.access_token)).payload.scp).toBe('Orders.Read')
  })

  test.each([
    ['the client id', () => `${appOf(tenant, 'Orders').appId}/Orders.Write`, 'Orders.Write'],
    ['api:// and the client id', () => `api://${appOf(tenant, 'Orders').appId}/Orders.Write`, 'Orders.Write'],
    ['.default', () => `${orders}/.default`, 'Orders.Read Orders.Write'],
  ])('an API is named by %s', async (_what, scope, scp) => {
    const { body } = await logIn(tenant, { scope: scope() })
    expect((await verified(tenant, body.access_token)).payload.scp).toBe(scp)
  })

  test('one sign-in for two APIs: the token request says for which; at Graph the token is opaque', async () => {
    const scope = `openid offline_access User.Read ${orders}/Orders.Read api://stock/Stock.Read`
    const { body } = await logIn(tenant, { scope }, { scope: 'api://stock/Stock.Read' })
    expect((await verified(tenant, body.access_token)).payload.scp).toBe('Stock.Read')
    const refresh = { grant_type: 'refresh_token', refresh_token: body.refresh_token }
    const graph = (await exchange(tenant, { ...refresh, scope: 'User.Read' })).body
    const me = await fetch(`${idp.url}/${tenant.id}/graph/v1.0/me`, {
      headers: { authorization: `Bearer ${graph.access_token}` },
    })
    expect(await me.json()).toMatchObject({ userPrincipalName: person.name })
    const both = await exchange(tenant, { ...refresh, scope: `User.Read ${orders}/Orders.Read` })
    expect(both.body.error_codes).toEqual([28000])
  })

  test.each([
    ['650053', 'invalid_client', 'openid groups'],
    ['650053', 'invalid_client', `${orders}/Orders.Delete`],
    ['500011', 'invalid_resource', 'https://nobody.example/Read'],
  ])('AADSTS%s: %s: %s', async (code, error, scope) => {
    const answer = await authorize(tenant, { scope })
    expect(answer.get('error')).toBe(error)
    expect(answer.get('error_description')).toContain(`AADSTS${code}`)
  })

  test('client credentials: the roles that the application was given and the API has', async () => {
    const { body } = await exchange(tenant, { grant_type: 'client_credentials', scope: `${orders}/.default` })
    const { payload } = await verified(tenant, body.access_token)
    expect(payload).toMatchObject({
      aud: appOf(tenant, 'Orders').appId,
      azp: appOf(tenant, 'Client').appId,
      roles: ['Orders.Process'],
      idtyp: 'app',
      tid: tenant.id,
    })
    expect(payload).not.toHaveProperty('scp')
    expect(body).not.toHaveProperty('refresh_token')
  })

  test('client credentials for Graph: reads with its permission, and writes nothing', async () => {
    const scope = 'https://graph.microsoft.com/.default'
    const { body } = await exchange(tenant, { grant_type: 'client_credentials', scope })
    const headers = { authorization: `Bearer ${body.access_token}`, 'content-type': 'application/json' }
    const users = `${idp.url}/${tenant.id}/graph/v1.0/users`
    for (const method of ['GET', 'HEAD']) expect((await fetch(users, { method, headers })).status).toBe(200)
    expect((await fetch(users, { method: 'POST', headers, body: '{}' })).status).toBe(403)
  })

  test.each([
    ['another scope than .default', 'User.Read', 1002012],
    ['none', '', 1002012],
    ['an unknown API', 'https://nobody.example/.default', 500011],
  ])('client credentials with %s', async (_what, scope, code) => {
    const { body } = await exchange(tenant, { grant_type: 'client_credentials', scope })
    expect(body.error_codes).toEqual([code])
  })
})

describe('at a generic provider', () => {
  test.each(['resource', 'audience'])(
    'a registered API, named by %s: a JWT for it (RFC 8707, RFC 9068)',
    async (name) => {
      const { body } = await logIn(generic, { scope: 'openid Orders.Read', [name]: orders })
      const { payload, protectedHeader } = await verified(generic, body.access_token)
      expect(protectedHeader.typ).toBe('at+jwt')
      expect(payload).toMatchObject({ aud: orders, scope: 'Orders.Read', roles: ['Clerk'] })
    },
  )

  test('an application whose access tokens are JWTs: for itself, where it names no API', async () => {
    const client = appOf(generic, 'Client')
    client.accessTokens = 'jwt'
    const { body } = await logIn(generic, { scope: 'openid profile' })
    client.accessTokens = 'opaque'
    const { payload } = await verified(generic, body.access_token)
    const sub = generic.users[0]?.id
    expect(payload).toMatchObject({ aud: client.appId, sub, scope: 'openid profile' })
    const { revocation_endpoint, userinfo_endpoint } = await metadataOf(generic)
    const ask = async (token: string) => {
      const answer = await fetch(userinfo_endpoint, { headers: { authorization: `Bearer ${token}` } })
      return { status: answer.status, body: await answer.json() }
    }
    const userinfo = await ask(body.access_token)
    expect(userinfo).toMatchObject({ status: 200, body: { sub, name: generic.users[0]?.displayName } })
    expect(userinfo.body).not.toHaveProperty('email')
    expect((await ask(`${body.access_token.slice(0, -8)}AAAAAAAA`)).status).toBe(401)
    expect((await ask(body.id_token)).status).toBe(401)
    const revoked = { token: body.access_token, client_id: client.appId, client_secret: secret }
    const answer = await fetch(revocation_endpoint, { method: 'POST', body: new URLSearchParams(revoked) })
    expect(answer.status).toBe(200)
    // Some clients read every answer as JSON.
    expect(await answer.json()).toEqual({})
    expect((await logIn(generic, { scope: 'openid' })).body.access_token).not.toContain('.')
  })

  test.each(['resource', 'audience'])('client credentials for a %s', async (name) => {
    const { body } = await exchange(generic, { grant_type: 'client_credentials', [name]: orders })
    expect((await verified(generic, body.access_token)).payload).toMatchObject({
      aud: orders,
      roles: ['Orders.Process'],
    })
  })

  test.each(['resource', 'audience'])('an unknown %s is refused', async (name) => {
    const answer = await authorize(generic, { scope: 'openid', [name]: 'https://nobody.example' })
    expect(answer.get('error')).toBe('invalid_target')
    expect(answer.get('error_description')).toContain('https://nobody.example')
  })
})
