import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { decodeJwt } from 'jose'
import { afterEach, describe, expect, test } from 'vitest'
import { browser } from '../clients/browser.ts'
import { fixture, redirectUri, user } from '../clients/fixture.ts'
import { signInAt } from '../clients/sign-in.ts'
import { makeGroup } from '../directory/make.ts'
import { listen } from '../http/listen.ts'
import { controlled } from './controlled.ts'

const { start, stop } = controlled()
afterEach(stop)

const metadataOf = async (issuer: string) =>
  (await fetch(`${issuer}/.well-known/openid-configuration`)).json()
const kids = async (issuer: string) => {
  const { keys } = await (await fetch((await metadataOf(issuer)).jwks_uri)).json()
  return keys.map(({ kid }: { kid: string }) => kid)
}

test('misbehaviour, keys and enqueued answers', async () => {
  const at = fixture('oidc')
  const { idp, call } = await start({ directories: [at.directory] })
  const path = `/directories/${at.directory.id}`
  expect((await call('PUT', `${path}/misbehaviour`, { misbehaviour: 'empty-keys' })).status).toBe(204)
  expect(await kids(idp.issuer(at.directory))).toEqual([])
  expect((await call('PUT', `${path}/misbehaviour`, { misbehaviour: null })).status).toBe(204)
  const before = await kids(idp.issuer(at.directory))
  expect((await call('POST', `${path}/rotate-keys`)).status).toBe(204)
  expect((await kids(idp.issuer(at.directory))).slice(2)).toEqual(before)
  expect((await call('POST', '/enqueue', { path: '/jwks', body: { keys: ['enqueued'] } })).status).toBe(204)
  const { jwks_uri } = await metadataOf(idp.issuer(at.directory))
  expect(await (await fetch(jwks_uri)).json()).toEqual({ keys: ['enqueued'] })
})

test('what waits for requests, and what a directory holds, has an end', async () => {
  const at = fixture('oidc')
  const { idp, call } = await start({ directories: [at.directory] })
  for (let n = 0; n < 1000; n += 1) idp.enqueue({ path: '/never' })
  expect(await call('POST', '/enqueue', {})).toMatchObject({
    status: 409,
    body: { error: 'ANSWER_QUEUE_FULL' },
  })
  const path = `/directories/${at.directory.id}`
  const { application } = at
  while (application.passwordCredentials.length < 100)
    application.passwordCredentials.push(...application.passwordCredentials.slice(0, 1))
  while (at.directory.groups.length < 10_000) at.directory.groups.push(makeGroup({ displayName: 'g' }))
  for (const [where, body] of [
    [`${path}/users`, { userPrincipalName: 'full@harbour.example', password: 'p' }],
    [`${path}/groups`, { displayName: 'Full' }],
    [`${path}/applications`, { displayName: 'Full' }],
    [`${path}/applications/${application.appId}/secrets`, {}],
  ] as const)
    expect(await call('POST', where, body)).toMatchObject({ status: 409, body: { error: 'DIRECTORY_FULL' } })
})

test('its own calls are not recorded, are no events, and are never answered from the queue', async () => {
  const { idp, call } = await start({})
  const seen: string[] = []
  idp.onEvent(({ type }) => seen.push(type))
  idp.enqueue({ status: 503 })
  expect((await call('GET', '/misbehaviours')).status).toBe(200)
  expect((await call('GET', '/requests/next')).body.error).toBe('REQUEST_QUEUE_EMPTY')
  expect(seen).toEqual([])
  expect((await fetch(`${idp.url}/nowhere`)).status).toBe(503)
})

describe('who may call', () => {
  test.each([
    ['another token', { authorization: 'Bearer another' }, undefined, 401, 'UNAUTHORIZED'],
    ['a page of another site', { origin: 'https://evil.example' }, undefined, 403, 'FOREIGN_ORIGIN'],
    ['a form', { 'content-type': 'text/plain' }, '{}', 415, 'NOT_JSON'],
    ['no JSON', {}, '{', 400, 'BAD_INPUT'],
    ['an unknown member', {}, { colour: 'red' }, 400, 'BAD_INPUT'],
  ])('not with %s', async (_what, headers, body, status, error) => {
    const { call } = await start({})
    expect(await call('POST', '/enqueue', body, headers)).toMatchObject({ status, body: { error } })
  })

  test('a page whose origin is known, with its preflight', async () => {
    const origin = 'http://localhost:4321'
    const { idp, call } = await start({ controlOrigins: [origin] })
    const preflight = { origin, 'access-control-request-method': 'PUT' }
    const allowed = await fetch(`${idp.url}/_control/reset`, { method: 'OPTIONS', headers: preflight })
    expect(allowed.headers.get('access-control-allow-headers')).toContain('authorization')
    const answer = await call('GET', '/misbehaviours', undefined, { origin })
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin)
  })

  test('no one without a token of the provider', async () => {
    const { idp } = await start({ controlToken: undefined })
    expect((await fetch(`${idp.url}/_control/misbehaviours`)).status).toBe(400)
  })
})

test('the front page lists what the provider was started with, and no sandbox', async () => {
  const at = fixture('oidc')
  const { idp, call } = await start({ directories: [at.directory], frontDoor: true })
  const made = await call('POST', '/directories', {
    kind: 'oidc',
    displayName: 'Hidden',
    domains: ['h.example'],
  })
  expect(made.status).toBe(201)
  const page = await (await fetch(idp.url)).text()
  expect(page).toContain('Harbour')
  expect(page).not.toContain('hidden')
})

describe.each(['entra', 'oidc'] as const)('%s, made and used over HTTP', (kind) => {
  async function made() {
    const started = await start({})
    const { body } = await started.call('POST', '/directories', {
      kind,
      displayName: 'Quay',
      domains: ['quay.example'],
      users: [{ userPrincipalName: 'first@quay.example', password: 'first-password' }],
    })
    const path = `/directories/${body.id}`
    const added = await started.call('POST', `${path}/applications`, {
      displayName: 'App',
      redirectUris: [redirectUri],
      appRoles: ['Admin'],
      groupClaims: true,
      secrets: ['a secret of the test'],
    })
    return { ...started, issuer: body.issuer, id: body.id, path, app: added.body }
  }

  test('users, groups, roles and a token that has them', async () => {
    const { call, path, app } = await made()
    const second = { userPrincipalName: 'second@quay.example', password: 'second-password' }
    expect((await call('POST', `${path}/users`, second)).status).toBe(201)
    expect((await call('POST', `${path}/users`, second)).body.error).toBe('USER_EXISTS')
    const taken = { userPrincipalName: 'FIRST@quay.example' }
    expect((await call('PATCH', `${path}/users/second@quay.example`, taken)).body.error).toBe('USER_EXISTS')
    await call('PATCH', `${path}/users/second@quay.example`, { displayName: 'Renamed' })
    const group = await call('POST', `${path}/groups`, {
      displayName: 'Staff',
      members: ['second@quay.example'],
    })
    expect(group.status).toBe(201)
    await call('PATCH', `${path}/applications/${app.appId}`, {
      appRoles: ['Admin'],
      roles: { Staff: ['Admin'] },
    })
    const who = { user: 'second@quay.example', application: app.appId }
    const tokens = await call('POST', `${path}/token`, who)
    expect(decodeJwt(tokens.body.id_token)).toMatchObject({
      name: 'Renamed',
      roles: ['Admin'],
      groups: [group.body.id],
    })
    expect(tokens.body.refresh_token).toBeTypeOf('string')
    await call('DELETE', `${path}/groups/Staff/members/second@quay.example`)
    expect(decodeJwt((await call('POST', `${path}/token`, who)).body.id_token)).not.toHaveProperty('roles')
    expect((await call('DELETE', `${path}/users/second@quay.example`)).status).toBe(204)
    expect((await call('POST', `${path}/token`, who)).body.error).toBe('UNKNOWN_USER')
  })

  test('applications keep what a change leaves out; secrets come, expire and go', async () => {
    const { call, path, app } = await made()
    await call('PATCH', `${path}/applications/${app.appId}`, {
      postLogoutRedirectUris: ['http://localhost/bye'],
    })
    const after = (await call('GET', `${path}/applications/${app.appId}`)).body
    expect(after).toMatchObject({
      web: { redirectUris: [redirectUri] },
      appRoles: ['Admin'],
      groupClaims: true,
    })
    expect(after.postLogoutRedirectUris).toEqual(['http://localhost/bye'])
    const secret = await call('POST', `${path}/applications/${app.appId}/secrets`, { days: -1 })
    expect(Date.parse(secret.body.endDateTime)).toBeLessThan(Date.now())
    const secrets = `${path}/applications/${app.appId}/secrets`
    expect((await call('DELETE', `${secrets}/${secret.body.keyId}`)).status).toBe(204)
    expect((await call('DELETE', `${secrets}/${secret.body.keyId}`)).body.error).toBe('UNKNOWN_SECRET')
    expect((await call('DELETE', `${path}/applications/${app.appId}`)).status).toBe(204)
    expect((await call('GET', `${path}/applications/${app.appId}`)).status).toBe(404)
  })

  test('signed in by an address, the clock moves, signed out everywhere with a call to the application', async () => {
    const { call, path, app, issuer } = await made()
    const told: string[] = []
    const server = createServer(async (req, res) => {
      told.push(new URLSearchParams(await text(req)).get('logout_token') ?? '')
      res.end()
    })
    const backchannelLogoutUri = `http://127.0.0.1:${await listen(server)}/`
    await call('PATCH', `${path}/applications/${app.appId}`, { backchannelLogoutUri })
    const person = browser()
    const signIn = await call('POST', `${path}/sign-in`, { user: 'first@quay.example' })
    await person.open(signIn.body.url)
    const { authorization_endpoint } = await metadataOf(issuer)
    const params = { client_id: app.appId, response_type: 'code', redirect_uri: redirectUri, scope: 'openid' }
    const url = `${authorization_endpoint}?${new URLSearchParams(params)}`
    expect((await person.open(url, redirectUri)).status).toBe(0)
    const clock = await call('PUT', `${path}/clock`, { advanceMs: 60_000 })
    expect(clock.body.offsetMs).toBe(60_000)
    expect((await call('POST', `${path}/sign-out`, { user: 'first@quay.example' })).body).toEqual({
      sessions: 1,
    })
    expect(told.map((token) => decodeJwt(token).aud)).toEqual([app.appId])
    expect((await person.open(url, redirectUri)).status).toBe(200)
    server.close()
  })
})

test('events are read by number, and waited for', async () => {
  const at = fixture('oidc')
  const { idp, call } = await start({ directories: [at.directory] })
  await idp.misbehave('harbour', 'expired')
  const [first] = (await call('GET', '/events')).body
  expect(first).toMatchObject({ type: 'directory-changed', number: 1, directory: 'harbour' })
  const waiting = call('GET', '/events?after=1&timeout=5000&directory=harbour')
  await fetch(`${idp.url}/nowhere`)
  await idp.misbehave('harbour', undefined)
  expect((await waiting).body).toMatchObject([{ what: 'behaves', number: 3 }])
})

test('reset: everything as at the start, keys as they are', async () => {
  const at = fixture('entra')
  const { idp, call } = await start({ directories: [at.directory] })
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
  const path = `/directories/${at.directory.id}`
  await call('DELETE', `${path}/users/${user.name}`)
  await call('PUT', `${path}/clock`, { advanceMs: 1000 })
  await call('POST', '/directories', { displayName: 'More', domains: ['more.example'] })
  const before = await kids(idp.issuer(at.directory))
  idp.enqueue({ status: 503 })
  expect((await call('POST', '/reset')).status).toBe(204)
  expect((await call('GET', '/directories')).body).toHaveLength(1)
  expect((await call('GET', path)).body).toMatchObject({ users: [{ userPrincipalName: user.name }, {}] })
  expect((await call('GET', path)).body).not.toHaveProperty('clockOffset')
  expect((await call('GET', '/events')).body).toEqual([])
  expect((await person.open(url, redirectUri)).html).toContain('<h1>Sign in</h1>')
  expect(await kids(idp.issuer(at.directory))).toEqual(before)
})
