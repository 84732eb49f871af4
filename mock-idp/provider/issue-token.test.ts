import { createHash, X509Certificate } from 'node:crypto'
import { createRemoteJWKSet, decodeJwt, importX509, jwtVerify } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { browser } from '../clients/browser.ts'
import { type Fixture, fixture, redirectUri, user } from '../clients/fixture.ts'
import { signInAt } from '../clients/sign-in.ts'
import { type MockIdp, startMockIdp } from '../index.ts'

let idp: MockIdp
const entra = fixture('entra', { signInAudience: 'AzureADMultipleOrgs' })
const es256 = fixture('oidc', { idTokenSigningAlg: 'ES256' })

beforeAll(async () => {
  idp = await startMockIdp({ directories: [entra.directory, es256.directory] })
})
afterAll(() => idp.close())

/** Signs in at an issuer's address and verifies the ID token with the keys that are published there. */
async function verified(address: string, { application, secret }: Fixture, currentDate = new Date()) {
  const metadata = await (await fetch(`${address}/.well-known/openid-configuration`)).json()
  const params = {
    client_id: application.appId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid',
  }
  const url = `${metadata.authorization_endpoint}?${new URLSearchParams(params)}`
  const page = await signInAt(browser(), url, redirectUri, user)
  const code = new URL(page.url).searchParams.get('code') ?? ''
  const form = { ...params, client_secret: secret, grant_type: 'authorization_code', code }
  const answer = await fetch(metadata.token_endpoint, { method: 'POST', body: new URLSearchParams(form) })
  const { id_token } = await answer.json()
  const seen = await jwtVerify(id_token, createRemoteJWKSet(new URL(metadata.jwks_uri)), {
    audience: application.appId,
    currentDate,
  })
  return { ...seen, id_token, jwksUri: metadata.jwks_uri }
}

test('from /common: signed with the published keys, issued by the tenant of the user', async () => {
  const { payload } = await verified(`${idp.url}/common/v2.0`, entra)
  expect(payload.iss).toBe(idp.issuer(entra.directory))
  expect(payload.tid).toBe(entra.directory.id)
})

test('from /organizations: the same', async () => {
  const { payload } = await verified(`${idp.url}/organizations/v2.0`, entra)
  expect(payload.iss).toBe(idp.issuer(entra.directory))
})

test('the same subject at the tenant and at /common', async () => {
  const [first, second] = [
    await verified(idp.issuer(entra.directory), entra),
    await verified(`${idp.url}/common/v2.0`, entra),
  ]
  expect(second.payload.sub).toBe(first.payload.sub)
})

test('in simulated time: still signed with the published keys, valid then and not now', async () => {
  const later = Date.now() + 48 * 3600 * 1000
  entra.directory.clockOffset = 48 * 3600 * 1000
  const { payload } = await verified(idp.issuer(entra.directory), entra, new Date(later))
  await expect(
    verified(idp.issuer(entra.directory), entra, new Date(later + 2 * 3600 * 1000)),
  ).rejects.toThrow('exp')
  entra.directory.clockOffset = 0
  expect(payload.iat).toBeCloseTo(later / 1000, -1)
})

test('with ES256 where the application was registered for it', async () => {
  const { protectedHeader } = await verified(idp.issuer(es256.directory), es256)
  expect(protectedHeader.alg).toBe('ES256')
})

test.each([
  ['a tenant', () => idp.issuer(entra.directory), entra],
  ['a generic provider', () => idp.issuer(es256.directory), es256],
])(
  'at %s the header says typ JWT, and the certificate of its key verifies it too',
  async (_what, at, fixed) => {
    const { protectedHeader, id_token, jwksUri } = await verified(at(), fixed)
    const { alg, kid, typ } = protectedHeader
    expect(typ).toBe('JWT')
    const { keys } = await (await fetch(jwksUri)).json()
    const key = keys.find((each: { kid: string }) => each.kid === kid)
    const certificate = new X509Certificate(Buffer.from(key.x5c[0], 'base64'))
    expect(key.x5t).toBe(createHash('sha1').update(certificate.raw).digest('base64url'))
    await jwtVerify(id_token, await importX509(certificate.toString(), alg))
  },
)

test('next to a code: c_hash is the left half of its digest', async () => {
  const { directory, application } = es256
  const params = {
    client_id: application.appId,
    response_type: 'code id_token',
    redirect_uri: redirectUri,
    scope: 'openid',
    nonce: 'the nonce',
  }
  const url = `${idp.issuer(directory)}/authorize?${new URLSearchParams(params)}`
  const page = await signInAt(browser(), url, redirectUri, user)
  const answer = new URLSearchParams(new URL(page.url).hash.slice(1))
  const digest = createHash('sha256')
    .update(answer.get('code') ?? '')
    .digest()
  expect(decodeJwt(answer.get('id_token') ?? '').c_hash).toBe(digest.subarray(0, 16).toString('base64url'))
})
