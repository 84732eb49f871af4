import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browser } from '../clients/browser.ts'
import { type Fixture, fixture, redirectUri, user } from '../clients/fixture.ts'
import { signInAt } from '../clients/sign-in.ts'
import { type MockIdp, startMockIdp } from '../index.ts'

let idp: MockIdp
const postLogoutRedirectUris = [`${redirectUri}/bye`]
const entra = fixture('entra', { postLogoutRedirectUris })
const oidc = fixture('oidc', { postLogoutRedirectUris })

beforeAll(async () => {
  idp = await startMockIdp({ directories: [entra.directory, oidc.directory] })
})
afterAll(() => idp.close())

const mount = ({ directory }: Fixture) =>
  directory.kind === 'entra' ? `${idp.url}/${directory.id}/oauth2/v2.0` : `${idp.url}/oidc/${directory.id}`

const authorizeUrl = (at: Fixture, change: Record<string, string> = {}) =>
  `${mount(at)}/authorize?${new URLSearchParams({
    client_id: at.application.appId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid',
    ...change,
  })}`

async function signedIn(at: Fixture) {
  const person = browser()
  const page = await signInAt(person, authorizeUrl(at), redirectUri, user)
  const form = {
    grant_type: 'authorization_code',
    client_id: at.application.appId,
    client_secret: at.secret,
    redirect_uri: redirectUri,
    code: new URL(page.url).searchParams.get('code') ?? '',
  }
  const tokens = await (
    await fetch(`${mount(at)}/token`, { method: 'POST', body: new URLSearchParams(form) })
  ).json()
  return {
    person,
    tokens,
    logout: (params: Record<string, string>) => `${mount(at)}/logout?${new URLSearchParams(params)}`,
  }
}

const isSignedOut = async (person: ReturnType<typeof browser>, at: Fixture) => {
  const page = await person.open(authorizeUrl(at, { prompt: 'none' }), redirectUri)
  return new URL(page.url).searchParams.get('error') === 'login_required'
}

describe('Entra signs out at once', () => {
  test('and shows that it did', async () => {
    const { person, logout } = await signedIn(entra)
    const page = await person.open(logout({}))
    expect(page.html).toContain('You signed out of your account')
    expect(await isSignedOut(person, entra)).toBe(true)
  })

  test('and goes back to an address that is registered for sign-outs alone, proven by an ID token', async () => {
    const { person, tokens, logout } = await signedIn(entra)
    const target = `${redirectUri}/bye`
    const params = { id_token_hint: tokens.id_token, post_logout_redirect_uri: target, state: 's' }
    expect((await person.open(logout(params), target)).url).toBe(`${target}?state=s`)
  })

  test('and goes back to a registered address only, with the state', async () => {
    const first = await signedIn(entra)
    const back = await first.person.open(
      first.logout({ post_logout_redirect_uri: redirectUri, state: 's' }),
      redirectUri,
    )
    expect(back.url).toBe(`${redirectUri}?state=s`)
    const second = await signedIn(entra)
    const evil = await second.person.open(
      second.logout({ post_logout_redirect_uri: 'https://evil.example/' }),
    )
    expect(evil.html).toContain('You signed out')
    expect(evil.html).not.toContain('evil')
  })
})

test.each([
  ['a tenant', entra],
  ['a generic provider', oidc],
])('%s ignores the port of localhost as it does at the sign-in, and nothing else', async (_what, at) => {
  const first = await signedIn(at)
  const hint = { id_token_hint: first.tokens.id_token }
  const other = 'http://localhost:4242/callback/bye'
  const back = await first.person.open(first.logout({ ...hint, post_logout_redirect_uri: other }), other)
  expect(back.url).toBe(other)
  const second = await signedIn(at)
  const path = `${other}/elsewhere`
  const stays = await second.person.open(second.logout({ ...hint, post_logout_redirect_uri: path }), path)
  expect(stays.url).toContain(idp.url)
})

describe('a generic provider', () => {
  test('asks first, and stays if the person wants to', async () => {
    const { person, logout } = await signedIn(oidc)
    const page = await person.open(logout({}))
    expect(page.html).toContain('Sign out?')
    expect((await person.post(page.url, { logout: 'no' })).html).toContain('still signed in')
    expect(await isSignedOut(person, oidc)).toBe(false)
    await person.post(page.url, { logout: 'yes' })
    expect(await isSignedOut(person, oidc)).toBe(true)
  })

  test('asks nothing when the client proves whose session it is', async () => {
    const { person, tokens, logout } = await signedIn(oidc)
    const target = `${redirectUri}/bye`
    const params = { id_token_hint: tokens.id_token, post_logout_redirect_uri: target, state: 's' }
    const back = await person.open(logout(params), target)
    expect(back.url).toBe(`${target}?state=s`)
    expect(await isSignedOut(person, oidc)).toBe(true)
    const userinfo = await fetch(`${mount(oidc)}/userinfo`, {
      headers: { authorization: `Bearer ${tokens.access_token}` },
    })
    expect(userinfo.status).toBe(401)
  })

  test.each([
    [
      'an address that is not registered',
      { client_id: oidc.application.appId, post_logout_redirect_uri: redirectUri },
    ],
    ['an address without a client', { post_logout_redirect_uri: `${redirectUri}/bye` }],
    ['a hint that is no ID token', { id_token_hint: 'x.y.z' }],
  ])('refuses %s on its own page', async (_what, params) => {
    const { person, logout } = await signedIn(oidc)
    const page = await person.open(logout(params))
    expect(page.status).toBe(400)
    expect(await isSignedOut(person, oidc)).toBe(false)
  })
})
