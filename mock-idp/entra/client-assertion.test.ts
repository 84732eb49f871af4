import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { type JWTHeaderParameters, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fixture } from '../clients/fixture.ts'
import { type MockIdp, makeApplication, startMockIdp } from '../index.ts'
import { selfSigned } from '../keys/self-signed.ts'

let idp: MockIdp
let key: KeyObject
let other: KeyObject
let x5t = ''
const { directory } = fixture('entra')
const application = makeApplication({ displayName: 'By certificate', consentedForAll: true })
const orders = makeApplication({
  displayName: 'Orders',
  identifierUris: ['api://orders'],
  appRoles: ['Orders.Process'],
})
directory.applications.push(application, orders)

const makeSelfSigned = () =>
  selfSigned({
    commonName: 'application',
    alg: 'RS256',
    notAfter: new Date(Date.now() + 24 * 3600 * 1000),
    extensions: () => [],
  })

beforeAll(async () => {
  idp = await startMockIdp({ directories: [directory] })
  const made = await makeSelfSigned()
  key = createPrivateKey(made.key)
  other = createPrivateKey((await makeSelfSigned()).key)
  x5t = Buffer.from(new X509Certificate(made.cert).fingerprint.replaceAll(':', ''), 'hex').toString(
    'base64url',
  )
  application.certificates = [made.cert]
})
afterAll(() => idp.close())

const endpoint = () => `${idp.url}/${directory.id}/oauth2/v2.0/token`
const now = () => Math.floor(Date.now() / 1000)

async function send(
  claims: Record<string, unknown> = {},
  { signer = key, header = {} }: { signer?: KeyObject; header?: Partial<JWTHeaderParameters> } = {},
) {
  const honest = { iss: application.appId, sub: application.appId, aud: endpoint(), exp: now() + 300 }
  const assertion = await new SignJWT({ ...honest, ...claims })
    .setProtectedHeader({ alg: 'RS256', x5t, ...header })
    .sign(signer)
  const form = {
    grant_type: 'client_credentials',
    client_id: application.appId,
    scope: 'api://orders/.default',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
  }
  const answer = await fetch(endpoint(), { method: 'POST', body: new URLSearchParams(form) })
  return { status: answer.status, body: await answer.json() }
}

describe('an application that proves itself with a certificate', () => {
  test('gets a token', async () => {
    expect(await send()).toMatchObject({ status: 200, body: { access_token: expect.any(String) } })
  })

  test.each([
    [700027, 'another key', {}, () => ({ signer: other })],
    [700027, 'an unknown thumbprint', {}, () => ({ header: { x5t: 'unknown' } })],
    [50027, 'another audience', { aud: 'https://elsewhere.example/' }, () => ({})],
    [50027, 'expired', { exp: now() - 600 }, () => ({})],
    [50027, 'no end', { exp: undefined }, () => ({})],
    [50048, 'another subject', { sub: 'somebody' }, () => ({})],
  ])('AADSTS%i: %s', async (code, _what, claims, how) => {
    expect(await send(claims, how())).toMatchObject({
      status: 401,
      body: { error: 'invalid_client', error_codes: [code] },
    })
  })
})
