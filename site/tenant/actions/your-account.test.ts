import { parse } from 'node-html-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeAt } from '../../../machines/devices/authenticator-app.ts'
import { SecurityKey } from '../../../machines/devices/security-key.ts'
import { secretOf } from '../testing/authenticator-app.ts'
import { authenticate, optionsOf, send } from '../testing/ceremony.ts'
import { MINUTE, startTestTenant, type TestTenant } from '../testing/start-test-tenant.ts'

let testTenant: TestTenant
beforeAll(async () => {
  testTenant = await startTestTenant()
})
afterAll(() => testTenant.close())

/** A person who is logged in with an authenticator app; `logIn` lets another browser in. */
const signedIn = async () => {
  const { password = '', totpSecret = '', ...made } = await testTenant.sandbox({ given: 'authenticator-app' })
  let next = made.now
  const logIn = async (visitor: typeof made.visitor, email = made.email) => {
    await visitor.passPassword(email, password)
    await made.control.advance(30_000)
    next += 30_000
    return visitor.post('/log-in/verify', { code: codeAt(totpSecret, next) })
  }
  const confirm = async () => {
    await made.visitor.post('/account/confirm')
    await made.visitor.post('/log-in/password', { password })
    await made.control.advance(30_000)
    next += 30_000
    return made.visitor.post('/log-in/verify', { code: codeAt(totpSecret, next) })
  }
  const subjects = async () => {
    await testTenant.settled()
    return (await made.control.mails()).map(({ subject }) => subject).slice(1)
  }
  await logIn(made.visitor)
  return { password, totpSecret, logIn, confirm, subjects, ...made }
}

const addKey = async ({ visitor }: Awaited<ReturnType<typeof signedIn>>, name: string) => {
  const key = new SecurityKey()
  await visitor.post('/account/add')
  await visitor.post('/log-in/method', { method: 'security-key' })
  const registration = await key.register(await optionsOf(visitor, '/log-in/key'), testTenant.url)
  await send(visitor, '/log-in/key', registration)
  return { key, id: registration.id, seen: await visitor.post('/log-in/key/name', { name }) }
}

describe('your account', () => {
  it('is for people who are logged in', async () => {
    const { visitor } = await testTenant.sandbox()
    expect((await visitor.open('/account')).screen).toBe('login-page')
    expect((await visitor.post('/account/add')).screen).toBe('login-page')
  })

  it('refuses changes without a fresh confirmation, also after the login and after five minutes', async () => {
    const { visitor, control, confirm } = await signedIn()
    const changes = ['/account/add', '/account/remove', '/account/end-session', '/account/end-others']
    const refusals = async () => {
      for (const change of changes) {
        const seen = await visitor.post(change, { method: 'authenticator-app' })
        expect(seen).toMatchObject({ status: 403, screen: 'your-account' })
        expect(seen.says).toContain('Confirm first')
      }
    }
    await refusals()
    expect((await confirm()).screen).toBe('your-account')
    await control.advance(5 * MINUTE)
    await refusals()
  })

  it('asks for everything when it confirms, and is closed until then', async () => {
    const { visitor, password } = await signedIn()
    const before = visitor.copy()
    await visitor.post('/account/confirm')
    expect(await visitor.session()).toBeUndefined()
    expect(await before.session()).toBeUndefined()
    expect((await visitor.open('/account')).screen).toBe('enter-your-password')
    expect((await visitor.post('/log-in/password', { password })).screen).toBe('verify-your-identity')
    expect((await visitor.post('/account/add')).screen).toBe('verify-your-identity')
  })

  it('adds a key, which is then offered at the login, and tells the mailbox', async () => {
    const person = await signedIn()
    const { visitor, confirm, subjects, email, password } = person
    await confirm()
    const { key, seen } = await addKey(person, 'On my key ring')
    expect(seen.screen).toBe('your-account')
    expect(seen.html).toContain('On my key ring')
    expect(await subjects()).toEqual(['A security key was added'])
    await visitor.post('/log-out')
    await visitor.passPassword(email, password)
    expect((await visitor.post('/log-in/verify/another')).screen).toBe('verify-with-security-key')
    expect((await authenticate(visitor, '/log-in/verify-key', key)).next).toMatch(/\/dashboard$/)
  })

  it('goes back without adding one', async () => {
    const { visitor, confirm, email, acts } = await signedIn()
    await confirm()
    expect((await visitor.post('/account/add')).screen).toBe('keep-your-account-safe')
    expect(await visitor.session()).toBeUndefined()
    expect((await visitor.post('/log-in/back')).screen).toBe('your-account')
    expect(await visitor.session()).toBe(email)
    expect((await acts()).slice(-2)).toEqual([
      'your-account · Add a method → keep-your-account-safe',
      'keep-your-account-safe · Go back → your-account',
    ])
  })

  it('puts a new app in the place of the old one', async () => {
    const { visitor, confirm, control, now, email, password, totpSecret, subjects } = await signedIn()
    await confirm()
    await visitor.post('/account/add')
    const { html } = await visitor.post('/log-in/method', { method: 'authenticator-app' })
    const code = codeAt(secretOf(html), now + 60_000)
    expect((await visitor.post('/log-in/app', { code })).screen).toBe('your-account')
    expect(await subjects()).toEqual(['An authenticator app was added'])
    await control.advance(30_000)
    await visitor.post('/log-out')
    await visitor.passPassword(email, password)
    expect((await visitor.post('/log-in/verify', { code: codeAt(totpSecret, now + 90_000) })).says).toContain(
      'wrong',
    )
  })

  it('removes a method, but never the last one', async () => {
    const person = await signedIn()
    const { visitor, confirm, subjects, email, password } = person
    await confirm()
    const last = await visitor.post('/account/remove', { method: 'authenticator-app' })
    expect(last).toMatchObject({ status: 422 })
    expect(last.says).toContain('last method')
    const { id } = await addKey(person, 'Desk')
    const both = ['authenticator-app', id].map((method) => visitor.copy().post('/account/remove', { method }))
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 422])
    expect(await subjects()).toHaveLength(2)
    await visitor.post('/log-out')
    expect((await visitor.passPassword(email, password)).screen).toMatch(/^verify-/)
  })

  it('ends one session, and says when it is over already', async () => {
    const { visitor, logIn, confirm, email } = await signedIn()
    const others = [visitor.copy(), visitor.copy()]
    for (const other of others) {
      other.cookies.clear()
      await logIn(other)
    }
    await confirm()
    const ids = async () => {
      const page = parse((await visitor.open('/account')).html)
      return page.querySelectorAll('button[name=session]').map((each) => each.getAttribute('value') ?? '')
    }
    const before = await ids()
    expect(before).toHaveLength(2)
    expect((await visitor.post('/account/end-session', { session: before[0] ?? '' })).says).toContain(
      'has ended',
    )
    expect(await ids()).toEqual(before.slice(1))
    const left = (await Promise.all(others.map((each) => each.session()))).filter(Boolean)
    expect(left).toEqual([email])
    expect((await visitor.post('/account/end-session', { session: before[0] ?? '' })).status).toBe(422)
    expect(await visitor.session()).toBe(email)
  })

  it('ends all other sessions', async () => {
    const { visitor, logIn, confirm, email } = await signedIn()
    const other = visitor.copy()
    other.cookies.clear()
    await logIn(other)
    await confirm()
    expect(await other.session()).toBe(email)
    expect((await visitor.post('/account/end-others')).says).toContain('have ended')
    expect(await other.session()).toBeUndefined()
    expect(await visitor.session()).toBe(email)
  })
})
