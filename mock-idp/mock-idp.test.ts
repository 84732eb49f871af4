import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decodeJwt } from 'jose'
import { afterEach, expect, test } from 'vitest'
import { browser } from './clients/browser.ts'
import { type Fixture, fixture, redirectUri, user } from './clients/fixture.ts'
import { signInAt } from './clients/sign-in.ts'
import { type IdpEvent, type MockIdp, type MockIdpOptions, startMockIdp } from './index.ts'

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

async function login(idp: MockIdp, { directory, application, secret }: Fixture) {
  const { authorization_endpoint, token_endpoint } = await metadataOf(idp.issuer(directory))
  const params = {
    client_id: application.appId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid profile',
  }
  const page = await signInAt(
    browser(),
    `${authorization_endpoint}?${new URLSearchParams(params)}`,
    redirectUri,
    user,
  )
  const code = new URL(page.url).searchParams.get('code') ?? ''
  const form = { ...params, client_secret: secret, grant_type: 'authorization_code', code }
  return (await fetch(token_endpoint, { method: 'POST', body: new URLSearchParams(form) })).json()
}

test('takeRequest answers what came in, whole; enqueue answers in its place', async () => {
  const at = fixture('oidc')
  const idp = await start({ directories: [at.directory] })
  await login(idp, at)
  const request = await idp.takeRequest({ path: '/token' })
  expect(request.form).toMatchObject({ grant_type: 'authorization_code', client_secret: at.secret })

  idp.enqueue({
    path: '/token',
    status: 503,
    headers: { 'retry-after': '1' },
    body: { error: 'temporarily_unavailable' },
  })
  expect(await login(idp, at)).toEqual({ error: 'temporarily_unavailable' })
  expect((await login(idp, at)).id_token).toBeTypeOf('string')
  await expect(idp.takeRequest({ path: '/nowhere', timeout: 1 })).rejects.toThrow(/No request came in/)
})

test('the event stream tells who asked what, and shows tokens decoded and secrets masked', async () => {
  const at = fixture('entra')
  const seen: IdpEvent[] = []
  const idp = await start({ directories: [at.directory], onEvent: (event) => seen.push(event) })
  await login(idp, at)
  expect(seen).toContainEqual(
    expect.objectContaining({ type: 'signed-in', user: user.name, directory: at.directory.id }),
  )
  expect(seen).toContainEqual(
    expect.objectContaining({
      type: 'token-issued',
      claims: expect.objectContaining({ tid: at.directory.id }),
    }),
  )
  const text = JSON.stringify(seen)
  expect(text).not.toContain(user.password)
  expect(text).not.toContain(at.secret)

  const stop = new AbortController()
  const events = idp.events(stop.signal)[Symbol.asyncIterator]()
  const next = events.next()
  await fetch(`${idp.url}/nowhere`)
  expect((await next).value).toMatchObject({ type: 'request', path: '/nowhere', status: 400 })
  stop.abort()
  expect((await events.next()).done).toBe(true)
})

test.each(['entra', 'oidc'] as const)(
  '%s: tokens carry the time of the clock that was handed in',
  async (kind) => {
    const at = fixture(kind)
    const past = Date.parse('2020-02-02T00:00:00Z')
    at.directory.clockOffset = past - Date.now()
    // A secret made today is not yet expired in 2020.
    const idp = await start({ directories: [at.directory] })
    const claims = decodeJwt((await login(idp, at)).id_token)
    expect(claims.iat).toBeCloseTo(past / 1000, -1)
    expect(claims.exp).toBeCloseTo(past / 1000 + 3600, -1)
  },
)

test('a session ends when the sandbox clock moves on', async () => {
  const at = fixture('oidc')
  const idp = await start({ directories: [at.directory] })
  const person = browser()
  const { authorization_endpoint } = await metadataOf(idp.issuer(at.directory))
  const params = {
    client_id: at.application.appId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid',
  }
  const url = `${authorization_endpoint}?${new URLSearchParams(params)}`
  await signInAt(person, url, redirectUri, user)
  expect((await person.open(url, redirectUri)).status).toBe(0)
  at.directory.clockOffset = 15 * 24 * 3600 * 1000
  expect((await person.open(url, redirectUri)).html).toContain('Sign in to')
})

test('keys: kept in a data folder, rotated on request, the older ones still published', async () => {
  const at = fixture('oidc')
  const dataFolder = mkdtempSync(join(tmpdir(), 'idp-test-'))
  const first = await start({ directories: [at.directory], dataFolder })
  const before = await kids(first.issuer(at.directory))
  const second = await start({ directories: [at.directory], dataFolder })
  expect(await kids(second.issuer(at.directory))).toEqual(before)
  await second.rotateKeys(at.directory.id)
  const after = await kids(second.issuer(at.directory))
  expect(after.slice(2)).toEqual(before)
  expect(before).not.toContain(after[0])
})

test('rotating the keys of one tenant leaves the keys of the others alone', async () => {
  const [one, two] = [fixture('entra'), fixture('entra')]
  const idp = await start({ directories: [one.directory, two.directory] })
  const shared = await kids(idp.issuer(one.directory))
  expect(await kids(idp.issuer(two.directory))).toEqual(shared)
  await idp.rotateKeys(one.directory.id)
  expect(await kids(idp.issuer(two.directory))).toEqual(shared)
  expect(await kids(idp.issuer(one.directory))).toEqual([expect.not.stringMatching(shared[0]), shared[0]])
})

test('directories come and go while it runs, each with its own issuer', async () => {
  const idp = await start({})
  const at = fixture('oidc')
  await idp.addDirectory(at.directory)
  expect((await metadataOf(idp.issuer(at.directory))).issuer).toBe(idp.issuer(at.directory))
  await idp.removeDirectory(at.directory.id)
  expect(await metadataOf(idp.issuer(at.directory))).toMatchObject({ error: 'not_found' })
})

test('behind a proxy every address starts as the outside knows it', async () => {
  const at = fixture('oidc')
  const server = await start({ directories: [at.directory], publicUrl: 'https://idp.example.com' })
  expect(server.url).toBe('https://idp.example.com')
  expect(server.issuer(at.directory)).toBe('https://idp.example.com/oidc/harbour')
})

test('published keys have no private member', async () => {
  const [entra, oidc] = [fixture('entra'), fixture('oidc')]
  const idp = await start({ directories: [entra.directory, oidc.directory] })
  for (const { directory } of [entra, oidc]) {
    const { keys } = await (await fetch((await metadataOf(idp.issuer(directory))).jwks_uri)).json()
    for (const key of keys) expect(Object.keys(key)).not.toEqual(expect.arrayContaining(['d']))
    expect(keys.length).toBeGreaterThan(0)
  }
})
