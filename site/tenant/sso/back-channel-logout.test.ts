import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serve } from '../../serve.ts'
import { latestEntries } from '../store/audit-entries.ts'
import { loggedInBySso, logInBySso, type SsoTenant, startSsoTenant } from '../testing/provider.ts'

let sso: SsoTenant
beforeAll(async () => {
  sso = await startSsoTenant()
})
afterAll(() => sso.close())

describe('logging out at the provider ends the session here (Back-Channel Logout 1.0)', () => {
  it.each([
    ['no token', 'x'],
    ['an empty one', 'e30.e30.'],
    ['one for someone else', `e30.${Buffer.from('{"aud":"another"}').toString('base64url')}.`],
  ])('but not by %s, and no provider is asked about it', async (_, token) => {
    const { visitor, email, url } = await loggedInBySso(sso, 'oidc')
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
    const { visitor, email, issuer, person } = await loggedInBySso(sso, 'oidc', { misbehaviour })
    await person.post(`${issuer}/logout`, { logout: 'yes' })
    expect(await visitor.session()).toBe(still ? email : undefined)
  })

  it('once by each token: a replay ends nothing (section 2.6)', async () => {
    const listener = await catchLogoutToken()
    const box = await loggedInBySso(sso, 'oidc')
    box.application.backchannelLogoutUri = listener.url
    await sso.idp.store.put(box.directory)
    await box.person.post(`${box.issuer}/logout`, { logout: 'yes' })
    const token = await listener.token
    await listener.close()
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

  it('and is in the audit log', async () => {
    const { id, email, issuer, person } = await loggedInBySso(sso, 'oidc', {
      misbehaviour: 'rp-backchannel-opinitlogout',
    })
    await person.post(`${issuer}/logout`, { logout: 'yes' })
    const [latest] = await latestEntries(sso.testTenant.store.db, id, 1)
    expect(latest).toMatchObject({ actor: email, what: 'logged-out', about: 'at the provider' })
  })
})

/** An address that takes the provider's logout token in the tenant's place. */
async function catchLogoutToken() {
  const { promise: token, resolve } = Promise.withResolvers<string>()
  const app = new Hono().post('/', async (c) => {
    resolve(String((await c.req.parseBody()).logout_token))
    return c.body(null)
  })
  return { ...(await serve(app)), token }
}
