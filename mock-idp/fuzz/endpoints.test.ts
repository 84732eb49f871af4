import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browser } from '../clients/browser.ts'
import { fixture } from '../clients/fixture.ts'
import { signInAt } from '../clients/sign-in.ts'
import { type MockIdp, startMockIdp } from '../index.ts'
import { oddParams, oddValue } from './odd-params.ts'

let idp: MockIdp
const { directory, application, secret } = fixture('oidc')
const entra = fixture('entra')

/** A signed-in administrator, for the pages that other people cannot open. */
let cookie = ''

beforeAll(async () => {
  const embedding = { origin: 'https://site.example', script: 'speak()' }
  idp = await startMockIdp({ directories: [directory, entra.directory], embedding })
  const administrator = browser()
  const person = { name: 'admin@harbour.example', password: 'admin password' }
  await signInAt(administrator, idp.adminCenter(entra.directory), 'nowhere:', person)
  cookie = await administrator.cookies.getCookieString(idp.adminCenter(entra.directory))
})
afterAll(() => idp.close())

describe('whatever is sent, the answer is never a 500', () => {
  const known = [application.appId, entra.application.appId, secret]
  const paths = [
    ...[
      '/authorize',
      '/token',
      '/userinfo',
      '/jwks',
      '/logout',
      '/revoke',
      '/introspect',
      '/login/x',
      '/check-session',
      '/register',
      '/device-authorization',
      '/device',
      '/device/x',
    ].map((path) => `/oidc/${directory.id}${path}`),
    ...[
      '/oauth2/v2.0/authorize',
      '/oauth2/v2.0/token',
      '/oauth2/v2.0/logout',
      '/oidc/userinfo',
      '/oauth2/v2.0/check-session',
      '/oauth2/v2.0/devicecode',
      '/oauth2/deviceauth',
      '/oauth2/deviceauth/x',
      '/oauth2/authorize',
      '/oauth2/token',
      '/oauth2/devicecode',
      '/.well-known/openid-configuration',
      '/account',
      '/admin',
      '/admin/users',
      '/admin/applications',
      '/admin/applications/new',
      `/admin/applications/${entra.application.id}`,
      `/admin/applications/${entra.application.id}/secrets`,
      `/admin/applications/${entra.application.id}/secrets/new`,
      `/admin/applications/${entra.application.id}/authentication`,
      '/admin/applications/nobody/secrets/new',
      '/graph/v1.0/applications',
    ].map((path) => `/${entra.directory.id}${path}`),
    '/common/oauth2/v2.0/authorize',
    '/common/oauth2/v2.0/token',
    '/common/oauth2/v2.0/logout',
    '/common/admin',
    '/common/account',
    '/assets/embedding.js',
    '/common/graph/v1.0/me',
  ]

  test('at every endpoint, by GET and POST', async () => {
    expect((await fetch(idp.adminCenter(entra.directory), { headers: { cookie } })).url).toMatch(/\/admin$/)
    const input = fc.record({
      path: fc.constantFrom(...paths),
      params: oddParams(known),
      post: fc.boolean(),
      authorization: fc.option(oddValue(known)),
      signedIn: fc.boolean(),
      destination: fc.constantFrom('iframe', 'document', ''),
    })
    await fc.assert(
      fc.asyncProperty(input, async ({ path, params, post, authorization, signedIn, destination }) => {
        const form = new URLSearchParams(params)
        const url = `${idp.url}${path}${post ? '' : `?${form}`}`
        const headers = new Headers()
        if (authorization && /^[\x20-\x7e]*$/.test(authorization))
          headers.set('authorization', `Basic ${btoa(authorization)}`)
        if (signedIn) headers.set('cookie', cookie)
        headers.set('sec-fetch-dest', destination)
        const init: RequestInit = { method: post ? 'POST' : 'GET', redirect: 'manual', headers }
        const response = await fetch(url, post ? { ...init, body: form } : init)
        await response.arrayBuffer()
        expect(response.status).toBeLessThan(500)
      }),
      { numRuns: 800 },
    )
  })
})
