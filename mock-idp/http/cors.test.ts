import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fixture } from '../clients/fixture.ts'
import { type MockIdp, startMockIdp } from '../index.ts'

let idp: MockIdp
const entra = fixture('entra')
const oidc = fixture('oidc')
const tenant = entra.directory.id

beforeAll(async () => {
  idp = await startMockIdp({ directories: [entra.directory, oidc.directory] })
})
afterAll(() => idp.close())

const origin = 'http://localhost:4322'
/** Of okta-auth-js, msal-browser and the Graph client. */
const headers = 'authorization,x-okta-user-agent-extended,x-client-sku,consistencylevel'

const forScripts = [
  ['discovery', 'GET', `/${tenant}/v2.0/.well-known/openid-configuration`],
  ['discovery of /common', 'GET', '/common/v2.0/.well-known/openid-configuration'],
  ['instance discovery', 'GET', '/common/discovery/instance'],
  ['keys', 'GET', `/${tenant}/discovery/v2.0/keys`],
  ['token', 'POST', `/${tenant}/oauth2/v2.0/token`],
  ['userinfo', 'GET', `/${tenant}/oidc/userinfo`],
  ['the Graph-shaped API', 'PATCH', `/${tenant}/graph/v1.0/users/someone`],
  ['discovery', 'GET', '/oidc/harbour/.well-known/openid-configuration'],
  ['keys', 'GET', '/oidc/harbour/jwks'],
  ['token', 'POST', '/oidc/harbour/token'],
  ['userinfo', 'POST', '/oidc/harbour/userinfo'],
  ['revocation', 'POST', '/oidc/harbour/revoke'],
  ['introspection', 'POST', '/oidc/harbour/introspect'],
  ['discovery that misbehaves', 'GET', '/oidc/harbour~broken-discovery/.well-known/openid-configuration'],
] as const

describe.each(forScripts)('%s: %s %s', (_what, method, path) => {
  test('a preflight allows the method, every header and credentials', async () => {
    const answer = await fetch(idp.url + path, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': method,
        'access-control-request-headers': headers,
      },
    })
    expect(answer.status).toBe(204)
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin)
    expect(answer.headers.get('access-control-allow-credentials')).toBe('true')
    expect(answer.headers.get('access-control-allow-methods')).toContain(method)
    expect(answer.headers.get('access-control-allow-headers')).toBe(headers)
  })

  test('a script may read the answer, an error too', async () => {
    const body = method === 'GET' ? undefined : '{}'
    const answer = await fetch(idp.url + path, { method, headers: { origin }, ...(body && { body }) })
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin)
    expect(answer.headers.get('access-control-allow-credentials')).toBe('true')
    expect(answer.headers.get('vary')).toContain('Origin')
  })
})

test('without an origin anyone may read, without credentials', async () => {
  const answer = await fetch(`${idp.url}/oidc/harbour/jwks`)
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
})

test.each([`/${tenant}/oauth2/v2.0/authorize`, `/${tenant}/admin`, '/oidc/harbour/logout'])(
  'pages are for people: scripts of other sites read nothing of %s',
  async (path) => {
    const answer = await fetch(idp.url + path, { headers: { origin }, redirect: 'manual' })
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  },
)

test('an enqueued answer is for the request, not for its preflight, and scripts may read it', async () => {
  const url = `${idp.url}/oidc/harbour/token`
  idp.enqueue({ path: '/token', status: 503 })
  await fetch(url, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } })
  const answer = await fetch(url, { method: 'POST', headers: { origin } })
  expect(answer.status).toBe(503)
  expect(answer.headers.get('access-control-allow-origin')).toBe(origin)
  expect(await idp.takeRequest({ path: '/harbour/token' })).toMatchObject({ method: 'POST' })
})

test('a client without a secret may name itself by Basic with its id alone', async () => {
  const spa = fixture(
    'oidc',
    {
      passwordCredentials: [],
      web: { redirectUris: [], implicitGrantSettings: oidc.application.web.implicitGrantSettings },
    },
    'spa',
  )
  await idp.addDirectory(spa.directory)
  const answer = await fetch(`${idp.issuer(spa.directory)}/revoke`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(spa.application.appId)}` },
    body: new URLSearchParams({ token: 'unknown' }),
  })
  expect(answer.status).toBe(200)
})
