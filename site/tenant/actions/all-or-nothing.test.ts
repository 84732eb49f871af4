import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { codeAt } from '../../../machines/devices/authenticator-app.ts'
import { SecurityKey } from '../../../machines/devices/security-key.ts'
import { secretOf } from '../testing/authenticator-app.ts'
import { optionsOf, register } from '../testing/ceremony.ts'
import { dump } from '../testing/dump.ts'
import { Killer } from '../testing/killer.ts'
import { PASSWORD, withSecondUser } from '../testing/second-user.ts'
import { signedIn } from '../testing/signed-in.ts'
import { startTestTenant, type TestTenant } from '../testing/start-test-tenant.ts'
import type { Visitor } from '../testing/visitor.ts'

const killer = new Killer()
let testTenant: TestTenant
beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  testTenant = await startTestTenant({ around: killer.around })
})
afterAll(async () => {
  await testTenant.close()
  vi.restoreAllMocks()
})

/** Someone who is about to do something, and what. */
interface Ready {
  id: string
  visitor: Visitor
  act: (visitor: Visitor) => Promise<unknown>
}

const both = { password: PASSWORD, again: PASSWORD }

/** From the account's page on, with a fresh confirmation. */
async function confirmed() {
  const made = await signedIn(testTenant)
  const { visitor, password = '', totpSecret = '', now } = made
  const other = visitor.copy()
  other.cookies.clear()
  await other.passPassword(made.email, password)
  await visitor.post('/account/confirm')
  await visitor.post('/log-in/password', { password })
  await visitor.post('/log-in/verify', { code: codeAt(totpSecret, now) })
  return made
}

/** Every action that changes more than one thing. */
const actions: Record<string, () => Promise<Ready>> = {
  async 'the first password is set'() {
    const made = await testTenant.sandbox({ given: 'invited' })
    await made.visitor.open(await made.control.link('Activate my Netwrix account'))
    return { ...made, act: (visitor) => visitor.post('/activate', both) }
  },
  async 'a password is reset'() {
    const made = await testTenant.sandbox({ given: 'authenticator-app' })
    await made.visitor.passPassword(made.email, made.password ?? '')
    const forgetful = made.visitor.copy()
    forgetful.cookies.clear()
    await forgetful.post('/forgot', { email: made.email })
    await testTenant.settled()
    const mails = await made.control.mails()
    await forgetful.open(await made.control.link('password reset link', mails.length))
    return { ...made, visitor: forgetful, act: (visitor) => visitor.post('/reset', both) }
  },
  async 'a password is changed'() {
    const made = await signedIn(testTenant)
    const entries = { current: made.password ?? '', ...both }
    return { ...made, act: (visitor) => visitor.post('/account/password', entries) }
  },
  async 'a login is begun'() {
    const made = await testTenant.sandbox({ given: 'activated' })
    await made.visitor.passPassword(made.email, made.password ?? '')
    return { ...made, act: (visitor) => visitor.post('/log-in/email', { email: made.email }) }
  },
  async 'an app is enrolled'() {
    const made = await testTenant.sandbox({ given: 'activated' })
    const other = made.visitor.copy()
    await other.passPassword(made.email, made.password ?? '')
    await made.visitor.passPassword(made.email, made.password ?? '')
    const { html } = await made.visitor.post('/log-in/method', { method: 'authenticator-app' })
    const code = codeAt(secretOf(html), made.now)
    return { ...made, act: (visitor) => visitor.post('/log-in/app', { code }) }
  },
  async 'a key is named'() {
    const made = await testTenant.sandbox({ given: 'activated' })
    await made.visitor.passPassword(made.email, made.password ?? '')
    await made.visitor.post('/log-in/method', { method: 'security-key' })
    await register(made.visitor, '/log-in/key', new SecurityKey())
    return { ...made, act: (visitor) => visitor.post('/log-in/key/name', { name: 'Drawer' }) }
  },
  async 'a code is verified'() {
    const made = await testTenant.sandbox({ given: 'authenticator-app' })
    await made.visitor.passPassword(made.email, made.password ?? '')
    const code = codeAt(made.totpSecret ?? '', made.now)
    return { ...made, act: (visitor) => visitor.post('/log-in/verify', { code, remember: 'yes' }) }
  },
  async 'a key is verified'() {
    const key = new SecurityKey()
    const credential = await key.enrolled('localhost')
    const made = await testTenant.sandbox({ given: 'security-key', credential })
    await made.visitor.passPassword(made.email, made.password ?? '')
    const act = async (visitor: Visitor) => {
      const options = await optionsOf(visitor, '/log-in/verify-key').catch(() => undefined)
      if (!options) return
      const answer = await key.authenticate(options, testTenant.url)
      await visitor.postJson('/log-in/verify-key', { ...answer, remember: true })
    }
    return { ...made, act }
  },
  async 'a method is removed'() {
    const made = await confirmed()
    await made.visitor.post('/account/add')
    await made.visitor.post('/log-in/method', { method: 'security-key' })
    await register(made.visitor, '/log-in/key', new SecurityKey())
    await made.visitor.post('/log-in/key/name', { name: 'Drawer' })
    return { ...made, act: (visitor) => visitor.post('/account/remove', { method: 'authenticator-app' }) }
  },
  async 'users are added'() {
    const made = await signedIn(testTenant)
    const addresses = ['one', 'two', 'three'].map((name) => `${name}@${made.domain}`).join(', ')
    const entries = { addresses, role: 'Viewer' }
    return { ...made, act: (visitor) => visitor.post('/configuration/users', entries) }
  },
  async 'a user is changed'() {
    const made = await withSecondUser(testTenant)
    const entries = { role: 'Viewer', until: '2026-03-01' }
    return { ...made, act: (visitor) => visitor.post(`/configuration/users/${made.userId}`, entries) }
  },
  async 'a user is removed'() {
    const made = await withSecondUser(testTenant)
    return { ...made, act: (visitor) => visitor.post(`/configuration/users/${made.userId}/remove`) }
  },
  async 'the sessions of a user are ended'() {
    const made = await withSecondUser(testTenant)
    return { ...made, act: (visitor) => visitor.post(`/configuration/users/${made.userId}/end-sessions`) }
  },
  async 'the other sessions are ended'() {
    const made = await confirmed()
    return { ...made, act: (visitor) => visitor.post('/account/end-others') }
  },
  async 'an alert is handled'() {
    const made = await signedIn(testTenant)
    const entries = { alert: 'deleted-files', do: 'handle' }
    return { ...made, act: (visitor) => visitor.post('/configuration/alerts', entries) }
  },
  async 'someone logs out'() {
    const made = await signedIn(testTenant)
    return { ...made, act: (visitor) => visitor.post('/log-out') }
  },
  async 'a sign-in link is used'() {
    const made = await testTenant.sandbox({ given: 'administrator' })
    const path = made.signInUrl ?? ''
    return { ...made, act: (visitor) => visitor.request(path) }
  },
}

/** Does it, and dies at that statement, unless there are fewer. Answers what is in the store then. */
async function dieAt(statement: number | undefined, { id, visitor, act }: Ready): Promise<string> {
  await testTenant.settled()
  killer.arm(statement)
  await act(visitor.copy()).catch(() => undefined)
  await testTenant.settled()
  killer.revive()
  await testTenant.store.db.deleteFrom('attempts').where('sandbox_id', '=', id).execute()
  return dump(testTenant.store.db, id)
}

it.each(Object.entries(actions))('all of it or nothing: %s', { timeout: 120_000 }, async (_what, prepare) => {
  const whole = await prepare()
  const before = await dump(testTenant.store.db, whole.id)
  const after = await dieAt(undefined, whole)
  const statements = killer.count
  expect(after).not.toBe(before)
  let ready = await prepare()
  let session = await ready.visitor.session()
  for (let n = 1; n <= statements; n++) {
    const left = await dieAt(n, ready)
    if (left === before) {
      expect(await ready.visitor.session(), `after statement ${n} of ${statements}`).toBe(session)
      continue
    }
    expect(left, `after statement ${n} of ${statements}`).toBe(after)
    ready = await prepare()
    session = await ready.visitor.session()
  }
})
