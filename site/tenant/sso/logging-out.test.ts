import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { parse } from 'node-html-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browser } from '../../../mock-idp/clients/browser.ts'
import { latestEntries } from '../store/audit-entries.ts'
import { eventsAfter } from '../store/events.ts'
import {
  bring,
  type Kind,
  leave,
  logInBySso,
  type SsoWorld,
  signIn,
  startSsoWorld,
} from '../testing/provider.ts'

let sso: SsoWorld
beforeAll(async () => {
  sso = await startSsoWorld()
})
afterAll(() => sso.close())

/** Somebody who is logged in by a provider, with the browser that has a session there. */
async function loggedIn(kind: Kind, misbehaviour = '') {
  const box = await sso.sandbox(kind, { misbehaviour })
  const { visitor, callback, email } = box
  const person = browser()
  await bring(visitor, callback, await signIn(await leave(visitor, email), callback, email, person))
  expect(await visitor.session()).toBe(email)

  /** Out here, and on to the provider: its address. */
  const leaveBoth = async () => {
    const left = await visitor.post('/log-out')
    expect(left.html).toContain('Log out at your provider too')
    const { html } = await visitor.post('/log-out/provider')
    const href = parse(html).querySelector('a.primary')?.getAttribute('href') ?? ''
    return new URL(href.replaceAll('&amp;', '&'))
  }
  return { ...box, person, leaveBoth }
}

const claimsOf = (token: string | null) =>
  JSON.parse(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString() || '{}') as Record<
    string,
    unknown
  >

describe.each(['oidc', 'entra'] as const)('logging out at the provider too: %s', (kind) => {
  it('names who leaves, brings a fresh state, and comes back with it', async () => {
    const { visitor, email, person, application, leaveBoth, url, callback } = await loggedIn(kind)
    const out = await leaveBoth()
    expect(out.searchParams.get('client_id')).toBe(application.appId)
    expect(claimsOf(out.searchParams.get('id_token_hint'))).toMatchObject({ aud: application.appId })
    const after = kind === 'entra' ? callback : `${url}/log-in`
    expect(out.searchParams.get('post_logout_redirect_uri')).toBe(after)
    const { url: back } = await person.open(out.href, after)
    expect(new URL(back).searchParams.get('state')).toBe(out.searchParams.get('state'))
    const seen = await visitor.open(back)
    expect(seen).toMatchObject({ screen: 'login-page', path: '/log-in' })
    expect(seen.says).toContain('logged out, here and at your provider')
    expect(seen.html).not.toContain('Log out at your provider too')
    // The session there is over: the provider asks again.
    const again = await person.open((await leave(visitor, email)).href)
    expect(again.html).toMatch(/type="password"|Pick an account/)
  })

  it('is believed once, in the browser that began', async () => {
    const { visitor, leaveBoth } = await loggedIn(kind)
    const state = (await leaveBoth()).searchParams.get('state') ?? ''
    const stranger = (await sso.world.sandbox()).visitor
    const back = `${visitor.base}/log-in?state=${state}`
    for (const [who, at] of [
      [stranger, back],
      [visitor, `${visitor.base}/log-in?state=another`],
    ] as const)
      expect((await who.open(at)).says).not.toContain('at your provider')
    expect((await visitor.open(back)).says).toContain('at your provider')
    expect((await visitor.open(back)).says).toContain('didn’t begin in this browser')
  })
})

describe('a provider that misbehaves at the logout', () => {
  it.each([
    ['rp-init-logout-no-state', ''],
    ['rp-init-logout-other-state', 'didn’t begin in this browser'],
  ])('is not believed: %s', async (misbehaviour, says) => {
    const { visitor, person, leaveBoth, url } = await loggedIn('oidc', misbehaviour)
    const { url: back } = await person.open((await leaveBoth()).href, `${url}/log-in`)
    const seen = await visitor.open(back)
    expect(seen.screen).toBe('login-page')
    expect(seen.says).toContain(says)
    expect(seen.says).not.toContain('logged out, here and at your provider')
  })
})

describe('the ID token that says who leaves', () => {
  it('is sealed in the store, and in no event', async () => {
    const { id, leaveBoth } = await loggedIn('oidc')
    const { db, vault } = sso.world.store
    const session = await db
      .selectFrom('sso_sessions')
      .selectAll()
      .where('sandbox_id', '=', id)
      .executeTakeFirst()
    const token = vault.open(session?.sealed_id_token ?? '', id)
    expect(claimsOf(token)).toHaveProperty('sub')
    expect(JSON.stringify(session)).not.toContain(token.split('.')[1])
    expect((await leaveBoth()).searchParams.get('id_token_hint')).toBe(token)
    const told = JSON.stringify(await eventsAfter(db, id, 0))
    expect(told).toContain('id_token_hint')
    for (const part of token.split('.')) expect(told).not.toContain(part)
  })

  it('of the provider before is not shown to the next one', async () => {
    const { control, visitor, application, directory } = await loggedIn('oidc')
    await visitor.post('/log-out')
    const cookies = new Map(visitor.cookies)
    const issuer = sso.idp.issuer(directory, { misbehaviour: 'client-secret-basic' })
    const body = {
      given: 'signed-out',
      sso: { method: 'openid-connect', issuer, clientId: application.appId },
    }
    await control.call('/arrange', { method: 'POST', body: JSON.stringify(body) })
    for (const [name, value] of cookies) visitor.cookies.set(name, value)
    const { html } = await visitor.post('/log-out/provider')
    expect(html).toContain('post_logout_redirect_uri')
    expect(html).not.toContain('id_token_hint')
  })
})

describe('logging out at the provider ends the session here (Back-Channel Logout 1.0)', () => {
  it.each([
    ['no token', 'x'],
    ['an empty one', 'e30.e30.'],
    ['one for somebody else', `e30.${Buffer.from('{"aud":"another"}').toString('base64url')}.`],
  ])('but not by %s, and nobody is asked about it', async (_, token) => {
    const { visitor, email, url } = await loggedIn('oidc')
    const asked = { count: 0 }
    const stop = sso.idp.onEvent(() => {
      asked.count += 1
    })
    const body = new URLSearchParams({ logout_token: token })
    const answer = await fetch(`${url}/login/back-channel-logout`, { method: 'POST', body })
    expect(answer.status).toBe(400)
    expect(await visitor.session()).toBe(email)
    stop()
    expect(asked.count).toBe(0)
  })

  it.each([
    ['rp-backchannel-opinitlogout', false] as const,
    ...[
      'rp-backchannel-rpinitlogout-alg-none',
      'rp-backchannel-rpinitlogout-no-event',
      'rp-backchannel-rpinitlogout-with-nonce',
      'rp-backchannel-rpinitlogout-wrong-alg',
      'rp-backchannel-rpinitlogout-wrong-aud',
      'rp-backchannel-rpinitlogout-wrong-event',
      'rp-backchannel-rpinitlogout-wrong-iss',
    ].map((each) => [each, true] as const),
  ])('where its token holds: %s', async (misbehaviour, still) => {
    const { visitor, email, issuer, person } = await loggedIn('oidc', misbehaviour)
    await person.post(`${issuer}/logout`, { logout: 'yes' })
    expect(await visitor.session()).toBe(still ? email : undefined)
  })

  it('once by each token: a replay ends nothing (section 2.6)', async () => {
    const listener = await catchLogoutToken()
    const box = await loggedIn('oidc')
    box.application.backchannelLogoutUri = listener.url
    await sso.idp.store.put(box.directory)
    await box.person.post(`${box.issuer}/logout`, { logout: 'yes' })
    const token = await listener.token
    const send = async () => {
      const body = new URLSearchParams({ logout_token: token })
      return (await fetch(`${box.url}/login/back-channel-logout`, { method: 'POST', body })).status
    }
    expect((await Promise.all([send(), send(), send()])).sort()).toEqual([200, 400, 400])
    expect(await box.visitor.session()).toBeUndefined()
    await logInBySso(box)
    expect(await send()).toBe(400)
    expect(await box.visitor.session()).toBe(box.email)
  })

  it('and stands in the audit log', async () => {
    const { id, email, issuer, person } = await loggedIn('oidc', 'rp-backchannel-opinitlogout')
    await person.post(`${issuer}/logout`, { logout: 'yes' })
    const [latest] = await latestEntries(sso.world.store.db, id, 1)
    expect(latest).toMatchObject({ actor: email, what: 'logged-out', about: 'at the provider' })
  })
})

/** An address that takes the provider's logout token in the tenant's place. */
async function catchLogoutToken() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await text(request)
    response.end()
    server.close()
    return new URLSearchParams(body).get('logout_token') ?? ''
  }
  const token = new Promise<string>((resolve, reject) => {
    server.once('request', (request, response) => take(request, response).then(resolve, reject))
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, token }
}
