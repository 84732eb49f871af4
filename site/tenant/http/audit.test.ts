import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeAt } from '../../../machines/devices/authenticator-app.ts'
import { SecurityKey } from '../../../machines/devices/security-key.ts'
import { latestEntries } from '../store/audit-entries.ts'
import { secretOf } from '../testing/authenticator-app.ts'
import { optionsOf, send } from '../testing/ceremony.ts'
import { logInBySso, type SsoTenant, startSsoTenant } from '../testing/provider.ts'

let sso: SsoTenant
beforeAll(async () => {
  sso = await startSsoTenant()
})
afterAll(() => sso.close())

/** The log of a sandbox, oldest first: `who: what (about)`. */
const logOf = async ({ id, email }: { id: string; email: string }) =>
  (await latestEntries(sso.testTenant.store.db, id, 50))
    .reverse()
    .map(({ actor, what, about }) => `${actor === email ? 'holder' : actor}: ${what} (${about})`)

describe('the audit log', () => {
  it('has every change to how an account is logged in to', async () => {
    const {
      password = '',
      totpSecret = '',
      now,
      ...made
    } = await sso.testTenant.sandbox({
      given: 'authenticator-app',
    })
    const { visitor, control, email } = made
    let at = now
    const code = async () => {
      await control.advance(30_000)
      at += 30_000
      return visitor.post('/log-in/verify', { code: codeAt(totpSecret, at) })
    }
    await visitor.passPassword(email, password)
    await code()
    await visitor.post('/account/confirm')
    await visitor.post('/log-in/password', { password })
    await code()

    const key = new SecurityKey()
    await visitor.post('/account/add')
    await visitor.post('/log-in/method', { method: 'security-key' })
    const registration = await key.register(await optionsOf(visitor, '/log-in/key'), sso.testTenant.url)
    await send(visitor, '/log-in/key', registration)
    await visitor.post('/log-in/key/name', { name: 'Red' })
    await visitor.post('/account/add')
    const { html } = await visitor.post('/log-in/method', { method: 'authenticator-app' })
    await visitor.post('/log-in/app', { code: codeAt(secretOf(html), at) })
    await visitor.post('/account/remove', { method: registration.id })
    await visitor.post('/account/end-others')
    const again = 'another four words here'
    await visitor.post('/account/password', { current: password, password: again, again })
    await visitor.post('/log-out')

    const log = await logOf(made)
    expect(log.filter((entry) => !entry.includes('logged-in'))).toEqual([
      'holder: method-added (Security key “Red”)',
      'holder: method-added (Authenticator app)',
      'holder: method-removed (Security key “Red”)',
      'holder: sessions-ended (all others of the account)',
      `holder: password-changed (${email})`,
      'holder: logged-out ()',
    ])
    for (const secret of [password, again, totpSecret, registration.id])
      expect(log.join()).not.toContain(secret)
  })

  it('has the second factor of a first login', async () => {
    const { password = '', now, ...made } = await sso.testTenant.sandbox({ given: 'activated' })
    await made.visitor.passPassword(made.email, password)
    const { html } = await made.visitor.post('/log-in/method', { method: 'authenticator-app' })
    await made.visitor.post('/log-in/app', { code: codeAt(secretOf(html), now) })
    expect(await logOf(made)).toEqual(['holder: logged-in ()', 'holder: method-added (Authenticator app)'])
  })

  it.each([
    [{ given: 'not-added' }, /^not\.added@\S+: log-in-failed \(single sign-on: .*not been added/],
    [{ misbehaviour: 'nonce-invalid' }, /^: log-in-failed \(single sign-on: .*didn’t pass our checks/],
    [{ misbehaviour: 'wrong-state' }, /^: log-in-failed \(single sign-on: not begun in this browser/],
  ])('has who was refused after single sign-on, and why: %o', async (how, entry) => {
    const box = await sso.sandbox('oidc', how)
    await logInBySso(box)
    const log = await logOf({ ...box, email: 'nobody' })
    expect(log).toHaveLength(1)
    expect(log[0]).toMatch(entry)
  })
})
