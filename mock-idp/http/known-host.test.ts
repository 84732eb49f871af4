import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { fixture } from '../clients/fixture.ts'
import { type MockIdpOptions, startMockIdp } from '../index.ts'

/** Asks for the metadata by a name. */
async function discover(host: string, options: MockIdpOptions = {}) {
  const at = fixture('oidc')
  const idp = await startMockIdp({ directories: [at.directory], hosts: ['idp.internal'], ...options })
  const answer = await new Promise<{ status: number | undefined; body: string }>((resolve) => {
    const target = `${idp.url}/oidc/harbour/.well-known/openid-configuration`
    const local = new URL(target)
    local.hostname = '127.0.0.1'
    request(local, { headers: { host } }, async (got) => {
      resolve({ status: got.statusCode, body: await text(got) })
    }).end()
  })
  await idp.close()
  return answer
}

test.each([
  ['evil.example', 421],
  ['evil.example:4323', 421],
  ['idp.internal:4323', 200],
  ['localhost', 200],
  ['tenant.localhost:1', 200],
  ['127.0.0.1:9', 200],
  ['[::1]:9', 200],
])('a request by the name %s: %i', async (host, status) => {
  expect((await discover(host)).status).toBe(status)
})

test('addresses are those by which the caller came, when that is asked for', async () => {
  const { body } = await discover('idp.internal:99', { addressByHost: true })
  expect(JSON.parse(body)).toMatchObject({
    issuer: 'http://idp.internal:99/oidc/harbour',
    token_endpoint: 'http://idp.internal:99/oidc/harbour/token',
  })
  expect(JSON.parse((await discover('idp.internal:99')).body).issuer).toMatch(/^http:\/\/localhost:/)
})
