import { afterEach, expect, test } from 'vitest'
import { fixture } from '../clients/fixture.ts'
import { type MockIdp, type MockIdpOptions, startMockIdp } from '../index.ts'

const running: MockIdp[] = []
async function start(options: MockIdpOptions) {
  const idp = await startMockIdp(options)
  running.push(idp)
  return idp
}
afterEach(async () => {
  await Promise.all(running.splice(0).map((idp) => idp.close()))
})

const metadataOf = async (issuer: string) =>
  (await fetch(`${issuer}/.well-known/openid-configuration`)).json()
const kids = async (issuer: string) => {
  const { keys } = await (await fetch((await metadataOf(issuer)).jwks_uri)).json()
  return keys.map(({ kid }: { kid: string }) => kid)
}

test('the control API: misbehaviour, keys, requests and answers, for who has the token', async () => {
  const at = fixture('oidc')
  const idp = await start({ directories: [at.directory], controlToken: 'the token' })
  const call = async (method: string, path: string, body?: unknown, token = 'the token') =>
    fetch(`${idp.url}/_control${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  expect((await call('GET', '/misbehaviours', undefined, 'another')).status).toBe(401)
  const path = `/directories/${at.directory.id}`
  expect((await call('PUT', `${path}/misbehaviour`, { misbehaviour: 'empty-keys' })).status).toBe(204)
  expect(await kids(idp.issuer(at.directory))).toEqual([])
  expect((await call('PUT', `${path}/misbehaviour`, { misbehaviour: null })).status).toBe(204)
  const before = await kids(idp.issuer(at.directory))
  expect((await call('POST', `${path}/rotate-keys`)).status).toBe(204)
  expect((await kids(idp.issuer(at.directory))).slice(2)).toEqual(before)
  expect((await call('PUT', `${path}/misbehaviour`, { misbehaviour: 'nonsense' })).status).toBe(400)
  expect((await call('PUT', '/directories/nobody/misbehaviour', { misbehaviour: null })).status).toBe(404)
  expect((await call('PUT', `${path}/misbehaviour`, { colour: 'red' })).status).toBe(400)
  expect((await call('POST', '/enqueue', { path: '/jwks', body: { keys: ['enqueued'] } })).status).toBe(204)
  const { jwks_uri } = await metadataOf(idp.issuer(at.directory))
  expect(await (await fetch(jwks_uri)).json()).toEqual({ keys: ['enqueued'] })
  const taken = await (await call('GET', '/requests/next?path=/enqueue')).json()
  expect(taken).toMatchObject({ method: 'POST', path: '/_control/enqueue' })
})

test('without a token there is no control API', async () => {
  const idp = await start({})
  expect((await fetch(`${idp.url}/_control/misbehaviours`)).status).toBe(400)
})
