import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browser } from '../clients/browser.ts'
import { fixture, redirectUri, user } from '../clients/fixture.ts'
import { signInAt } from '../clients/sign-in.ts'
import { type MockIdp, startMockIdp } from '../index.ts'
import { evidence } from './evidence.ts'
import { misbehaviours } from './index.ts'
import { readWire, type Wire } from './wire.ts'

const fixtures = { entra: fixture('entra'), oidc: fixture('oidc') }
const good: Partial<Record<'entra' | 'oidc', Wire>> = {}
let idp: MockIdp

beforeAll(async () => {
  idp = await startMockIdp({ directories: [fixtures.entra.directory, fixtures.oidc.directory] })
  for (const kind of ['entra', 'oidc'] as const)
    good[kind] = await readWire(idp.issuer(fixtures[kind].directory), fixtures[kind])
})
afterAll(() => idp.close())

/** Files of this folder that are no misbehaviours. */
const others = ['change', 'evidence', 'index', 'inside', 'second-key', 'see-token', 'types', 'wire']
/** Seen in another way than by its content: see below. */
const unreadable = ['broken-discovery', 'discovery-redirects-inside', 'slow-discovery', 'slow-token-endpoint']

test('each file is one misbehaviour, listed once under its own name', () => {
  const files = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => file.slice(0, -3))
    .filter((name) => !others.includes(name))
  expect(misbehaviours.map(({ id }) => id).sort()).toEqual(files.sort())
})

const readable = misbehaviours.filter(({ id }) => !unreadable.includes(id))

describe.each(['entra', 'oidc'] as const)('%s: the wire changes as the misbehaviour says', (kind) => {
  test.each(readable)('$id', async ({ id, breaks }) => {
    const known = good[kind]
    const proves = evidence[id]
    if (!known || !proves) throw new Error(`write the evidence of '${id}' in misbehaviours/evidence.ts`)
    const wire = await readWire(idp.issuer(fixtures[kind].directory, { misbehaviour: id }), fixtures[kind])
    expect(proves(wire, known)).toBe(true)
    // Entra never announces PKCE: there this one is how things are.
    const asUsual = breaks.startsWith('Nothing') || (kind === 'entra' && id === 'pkce-not-announced')
    if (!asUsual) expect(proves({ ...known }, known)).toBe(false)
  })
})

test('pkce-not-checked lets clients sign in that have no secret', async () => {
  const { directory, application } = fixture('oidc', { passwordCredentials: [] }, 'public')
  Object.assign(application, {
    web: { ...application.web, redirectUris: [] },
    spa: { redirectUris: [redirectUri] },
  })
  await idp.addDirectory(directory)
  const issuer = idp.issuer(directory, { misbehaviour: 'pkce-not-checked' })
  const params = {
    client_id: application.appId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  }
  const page = await signInAt(
    browser(),
    `${issuer}/authorize?${new URLSearchParams(params)}`,
    redirectUri,
    user,
  )
  const form = {
    client_id: application.appId,
    grant_type: 'authorization_code',
    redirect_uri: redirectUri,
    code: new URL(page.url).searchParams.get('code') ?? '',
    code_verifier: 'a'.repeat(43),
  }
  const answer = await fetch(`${issuer}/token`, { method: 'POST', body: new URLSearchParams(form) })
  expect(answer.status).toBe(200)
})

test('broken-discovery answers with what is no JSON', async () => {
  const issuer = idp.issuer(fixtures.oidc.directory, { misbehaviour: 'broken-discovery' })
  const response = await fetch(`${issuer}/.well-known/openid-configuration`)
  await expect(response.json()).rejects.toThrow(SyntaxError)
})

test('discovery-redirects-inside leads to the machine’s other name, where a request is recorded', async () => {
  const issuer = idp.issuer(fixtures.oidc.directory, { misbehaviour: 'discovery-redirects-inside' })
  const metadata = `${issuer}/.well-known/openid-configuration`
  const { status, headers } = await fetch(metadata, { redirect: 'manual' })
  const location = new URL(headers.get('location') ?? '')
  expect(status).toBe(302)
  expect(location.hostname).not.toBe(new URL(metadata).hostname)
  const asked = new Promise((resolve) => idp.onEvent((event) => event.type === 'request' && resolve(event)))
  await fetch(location)
  expect(await asked).toMatchObject({ path: location.pathname, by: 'application', status: 404 })
})

test.each([
  ['slow-discovery', '/.well-known/openid-configuration', 'GET'],
  ['slow-token-endpoint', '/token', 'POST'],
])('%s keeps its caller waiting, and forgets who has hung up', async (misbehaviour, path, method) => {
  const issuer = idp.issuer(fixtures.oidc.directory, { misbehaviour })
  const signal = AbortSignal.timeout(300)
  await expect(fetch(issuer + path, { method, signal })).rejects.toThrow('timeout')
})

test('a whole directory misbehaves, and stops', async () => {
  const { directory } = fixtures.oidc
  await idp.misbehave(directory.id, 'empty-keys')
  expect((await readWire(idp.issuer(directory), fixtures.oidc)).keys).toEqual([])
  await idp.misbehave(directory.id, undefined)
  expect((await readWire(idp.issuer(directory), fixtures.oidc)).keys).not.toEqual([])
  await expect(idp.misbehave(directory.id, 'nonsense')).rejects.toThrow(/no misbehaviour 'nonsense'/)
  await expect(idp.misbehave('nobody', 'empty-keys')).rejects.toThrow(/no directory 'nobody'/)
})
