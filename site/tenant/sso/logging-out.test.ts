import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventsAfter } from '../store/events.ts'
import {
  type Kind,
  leave,
  loggedInBySso,
  onward,
  type SsoTenant,
  startSsoTenant,
} from '../testing/provider.ts'

let sso: SsoTenant
beforeAll(async () => {
  sso = await startSsoTenant()
})
afterAll(() => sso.close())

/** A person who is logged in by a provider. */
async function loggedIn(kind: Kind, misbehaviour = '') {
  const box = await loggedInBySso(sso, kind, { misbehaviour })
  const { visitor } = box

  /** Out here, and on to the provider: its address. */
  const leaveBoth = async () => {
    const left = await visitor.post('/log-out')
    expect(left.html).toContain('Log out at your provider too')
    return onward(await visitor.post('/log-out/provider'))
  }
  return { ...box, leaveBoth }
}

const claimsOf = (token: string | null) =>
  JSON.parse(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString() || '{}') as Record<
    string,
    unknown
  >

describe.each(['oidc', 'entra'] as const)('logging out at the provider too: %s', (kind) => {
  it('names who leaves, brings a fresh state, and comes back with it', async () => {
    const { acts, visitor, email, person, application, leaveBoth, url, callback } = await loggedIn(kind)
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
    expect((await acts()).slice(-2)).toEqual([
      'dashboard · Log out → login-page “You are logged out of 1Secure. At your provider you may still be signed in”',
      'login-page · Log out at your provider too',
    ])
    // The session there is over: the provider asks again.
    const again = await person.open((await leave(visitor, email)).href)
    expect(again.html).toMatch(/type="password"|Pick an account/)
  })

  it('is believed once, in the browser that began', async () => {
    const { visitor, leaveBoth } = await loggedIn(kind)
    const state = (await leaveBoth()).searchParams.get('state') ?? ''
    const stranger = (await sso.testTenant.sandbox()).visitor
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
    const { db, vault } = sso.testTenant.store
    const session = await db
      .selectFrom('sso_sessions')
      .selectAll()
      .where('sandbox_id', '=', id)
      .executeTakeFirst()
    const token = vault.open(session?.sealed_id_token ?? '', id)
    expect(claimsOf(token)).toHaveProperty('sub')
    expect(JSON.stringify(session)).not.toContain(token.split('.')[1])
    expect((await leaveBoth()).searchParams.get('id_token_hint')).toBe(token)
    const stream = JSON.stringify(await eventsAfter(db, id, 0))
    expect(stream).toContain('id_token_hint')
    for (const part of token.split('.')) expect(stream).not.toContain(part)
  })

  it('of the provider before is not shown to the next one', async () => {
    const { control, visitor, application, directory } = await loggedIn('oidc')
    await visitor.post('/log-out')
    const issuer = sso.idp.issuer(directory, { misbehaviour: 'client-secret-basic' })
    const body = {
      given: 'signed-out',
      sso: { method: 'openid-connect', issuer, clientId: application.appId },
    }
    await control.call('/arrange', { method: 'POST', body: JSON.stringify(body) })
    const { html } = await visitor.post('/log-out/provider')
    expect(html).toContain('post_logout_redirect_uri')
    expect(html).not.toContain('id_token_hint')
  })
})
