import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fixture, redirectUri } from './clients/fixture.ts'
import { type MockIdp, startMockIdp } from './index.ts'

let idp: MockIdp
const { directory, application, secret } = fixture('oidc')
const entra = fixture('entra')

beforeAll(async () => {
  idp = await startMockIdp({ directories: [directory, entra.directory] })
})
afterAll(() => idp.close())

describe('whatever is sent, the answer is never a 500', () => {
  const names = [
    'client_id',
    'redirect_uri',
    'response_type',
    'scope',
    'prompt',
    'claims',
    'max_age',
    'id_token_hint',
    'code',
    'grant_type',
    'client_secret',
    'refresh_token',
    'request',
    'request_uri',
    'response_mode',
    'post_logout_redirect_uri',
    'state',
    'do',
    'name',
  ]
  const known = [
    application.appId,
    entra.application.appId,
    redirectUri,
    'code',
    'openid',
    'none',
    'login',
    'form_post',
    'authorization_code',
    secret,
    '{}',
    '{"userinfo":null}',
    '-1',
    '\0',
    '%',
  ]
  const value = fc.oneof(fc.constantFrom(...known), fc.string({ maxLength: 40, unit: 'binary' }))
  const params = fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 8 })
  const paths = [
    ...['/authorize', '/token', '/userinfo', '/jwks', '/logout', '/revoke', '/introspect', '/login/x'].map(
      (path) => `/oidc/${directory.id}${path}`,
    ),
    ...[
      '/oauth2/v2.0/authorize',
      '/oauth2/v2.0/token',
      '/oauth2/v2.0/logout',
      '/oidc/userinfo',
      '/admin/applications',
      '/graph/v1.0/applications',
    ].map((path) => `/${entra.directory.id}${path}`),
    '/common/oauth2/v2.0/authorize',
    '/common/oauth2/v2.0/token',
    '/common/oauth2/v2.0/logout',
    '/common/admin',
    '/common/graph/v1.0/me',
  ]

  test('at every endpoint, by GET and POST', async () => {
    const input = fc.record({
      path: fc.constantFrom(...paths),
      params,
      post: fc.boolean(),
      authorization: fc.option(value),
    })
    await fc.assert(
      fc.asyncProperty(input, async ({ path, params, post, authorization }) => {
        const form = new URLSearchParams(params)
        const url = `${idp.url}${path}${post ? '' : `?${form}`}`
        const headers = new Headers()
        if (authorization && /^[\x20-\x7e]*$/.test(authorization))
          headers.set('authorization', `Basic ${btoa(authorization)}`)
        const init: RequestInit = { method: post ? 'POST' : 'GET', redirect: 'manual', headers }
        const response = await fetch(url, post ? { ...init, body: form } : init)
        await response.arrayBuffer()
        expect(response.status).toBeLessThan(500)
      }),
      { numRuns: 400 },
    )
  })
})
