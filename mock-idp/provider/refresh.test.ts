import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Fixture, fixture } from '../clients/fixture.ts'
import { tokenClient } from '../clients/tokens.ts'
import { type MockIdp, startMockIdp } from '../index.ts'

let idp: MockIdp
const entra = fixture('entra')
const oidc = fixture('oidc')
const strict = fixture('oidc', {}, 'strict')
strict.directory.refreshTokenReuseSeconds = 0

beforeAll(async () => {
  idp = await startMockIdp({ directories: [entra, oidc, strict].map(({ directory }) => directory) })
})
afterAll(() => idp.close())

const clientOf = (at: Fixture) => tokenClient(idp.issuer(at.directory), at)
const scopesOf = (scope = '') => scope.split(' ').sort()
const asked = 'openid email offline_access'

describe.each([
  ['a tenant', entra],
  ['a generic provider', oidc],
])('offline_access at %s', (_what, at) => {
  test('gives a refresh token, and is among the scopes of the answer', async () => {
    const { body } = await (await clientOf(at)).signIn(asked)
    expect(body.refresh_token).toBeTypeOf('string')
    expect(scopesOf(body.scope)).toEqual(scopesOf(asked))
  })

  test('may be asked for again at a refresh', async () => {
    const client = await clientOf(at)
    const { body } = await client.signIn(asked)
    const refreshed = await client.refresh(body.refresh_token, { scope: 'offline_access openid' })
    expect(refreshed).toMatchObject({ status: 200, body: { refresh_token: expect.any(String) } })
  })

  test('not asked for: no refresh token', async () => {
    expect((await (await clientOf(at)).signIn('openid')).body.refresh_token).toBeUndefined()
  })
})

test('introspection tells the scopes that were asked for', async () => {
  const client = await clientOf(oidc)
  const { body } = await client.signIn(asked)
  const { body: seen } = await client.post('introspection_endpoint', { token: body.refresh_token ?? '' })
  expect(scopesOf(seen.scope)).toEqual(scopesOf(asked))
})

describe.each([
  ['a tenant', entra],
  ['a generic provider', oidc],
])('refresh tokens at %s', (_what, at) => {
  test('are replaced at each use; two refreshes at once both go well, and so does what they gave', async () => {
    const client = await clientOf(at)
    const { body } = await client.signIn(asked)
    const both = await Promise.all([1, 2].map(() => client.refresh(body.refresh_token)))
    const given = both.map(({ body }) => body.refresh_token)
    expect(new Set([body.refresh_token, ...given]).size).toBe(3)
    for (const token of given) expect((await client.refresh(token)).status).toBe(200)
  })
})

describe('a long time after the first use', () => {
  const later = async (at: Fixture) => {
    const client = await clientOf(at)
    const { body } = await client.signIn(asked)
    const first = await client.refresh(body.refresh_token)
    at.directory.clockOffset = 3600 * 1000
    const again = await client.refresh(body.refresh_token)
    const next = await client.refresh(first.body.refresh_token)
    at.directory.clockOffset = 0
    return [again.status, next.status]
  }
  test('a tenant has taken nothing back', async () => {
    expect(await later(entra)).toEqual([200, 200])
  })
  test('a generic provider refuses, and takes back what was issued from it (RFC 9700 section 4.14)', async () => {
    expect(await later(oidc)).toEqual([400, 400])
  })
})

describe('with refreshTokenReuseSeconds 0', () => {
  test('a second use is refused, and takes back what was issued after the first', async () => {
    const client = await clientOf(strict)
    const { body } = await client.signIn(asked)
    const first = await client.refresh(body.refresh_token)
    expect(await client.refresh(body.refresh_token)).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    })
    expect((await client.refresh(first.body.refresh_token)).status).toBe(400)
  })

  test('of two at once one at the most goes well', async () => {
    const client = await clientOf(strict)
    const { body } = await client.signIn(asked)
    const both = await Promise.all([1, 2].map(() => client.refresh(body.refresh_token)))
    expect(both.map(({ status }) => status)).toContain(400)
  })
})
