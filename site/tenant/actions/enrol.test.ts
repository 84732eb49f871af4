import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeAt } from '../../../machines/devices/authenticator-app.ts'
import { SecurityKey } from '../../../machines/devices/security-key.ts'
import { rules } from '../rules/index.ts'
import { secretOf } from '../testing/authenticator-app.ts'
import { register } from '../testing/ceremony.ts'
import { MINUTE, startTestTenant, type TestTenant } from '../testing/start-test-tenant.ts'
import type { Visitor } from '../testing/visitor.ts'

let sound: TestTenant
/** Logins that are half-way go on, so that each is judged when it enrols. */
let lenient: TestTenant
beforeAll(async () => {
  sound = await startTestTenant()
  lenient = await startTestTenant({ rules: { ...rules, endHalfWayLogins: () => false } })
})
afterAll(async () => {
  await sound.close()
  await lenient.close()
})

type Waiting = 'enrol' | 'enrol-app' | 'enrol-key' | 'name-key'
const stages: Waiting[] = ['enrol', 'enrol-app', 'enrol-key', 'name-key']

/** Goes on to a stage from the choice of a method. Answers the secret that is shown there, if any. */
async function waitAt(visitor: Visitor, stage: Waiting): Promise<string> {
  if (stage === 'enrol') return ''
  const method = stage === 'enrol-app' ? 'authenticator-app' : 'security-key'
  const { html } = await visitor.post('/log-in/method', { method })
  if (stage === 'enrol-app') return secretOf(html)
  if (stage === 'name-key') await register(visitor, '/log-in/key', new SecurityKey())
  return ''
}

/** Enrols from there, as far as the product allows. */
async function finish(visitor: Visitor, stage: Waiting, secret: string, now: number): Promise<void> {
  const shown = stage === 'enrol' ? await waitAt(visitor, 'enrol-app').catch(() => '') : secret
  if (shown) await visitor.post('/log-in/app', { code: codeAt(shown, now) })
  if (stage === 'enrol-key') await register(visitor, '/log-in/key', new SecurityKey()).catch(() => undefined)
  await visitor.post('/log-in/key/name', { name: 'Theirs' })
}

async function twoHalfWay(testTenant: TestTenant, stage: Waiting) {
  const made = await testTenant.sandbox({ given: 'activated' })
  const { email, password = '', visitor } = made
  const other = visitor.copy()
  await other.passPassword(email, password)
  const secret = await waitAt(other, stage)
  await visitor.passPassword(email, password)
  const own = await waitAt(visitor, 'enrol-app')
  await visitor.post('/log-in/app', { code: codeAt(own, made.now) })
  expect(await visitor.session()).toBe(email)
  return { ...made, other, secret, own }
}

/** The login asks for the holder's app, and takes its code. */
async function expectOwnFactor(visitor: Visitor, email: string, password: string, code: string) {
  await visitor.post('/log-out')
  expect((await visitor.passPassword(email, password)).screen).toBe('verify-your-identity')
  expect((await visitor.post('/log-in/verify', { code })).screen).toBe('dashboard')
}

describe('two logins that are half-way at once', () => {
  it.each(stages)('enrolling ends the other one at %s', async (stage) => {
    const { other, visitor, secret, own, email, password = '', now } = await twoHalfWay(sound, stage)
    expect((await other.open('/log-in/method')).screen).toBe('login-page')
    await finish(other, stage, secret, now)
    expect(await other.session()).toBeUndefined()
    await expectOwnFactor(visitor, email, password, codeAt(own, now + 30_000))
  })

  it.each(stages)('what is enrolled stays, even if the other one goes on at %s', async (stage) => {
    const { other, visitor, secret, own, email, password = '', now } = await twoHalfWay(lenient, stage)
    await finish(other, stage, secret, now)
    expect(await other.session()).toBeUndefined()
    expect((await other.open('/dashboard')).screen).toBe('verify-your-identity')
    await expectOwnFactor(visitor, email, password, codeAt(own, now + 30_000))
  })

  it('of two that enrol in the same moment one is in', async () => {
    const { email, password = '', visitor, now } = await lenient.sandbox({ given: 'activated' })
    const rivals = [visitor, ...Array.from({ length: 9 }, () => visitor.copy())]
    const codes: string[] = []
    for (const rival of rivals) {
      await rival.passPassword(email, password)
      codes.push(codeAt(await waitAt(rival, 'enrol-app'), now))
    }
    await Promise.all(rivals.map((rival, n) => rival.post('/log-in/app', { code: codes[n] ?? '' })))
    const sessions = await Promise.all(rivals.map((rival) => rival.session()))
    expect(sessions.filter((session) => session === email)).toHaveLength(1)
  })
})

describe('a further method', () => {
  it('is refused once the confirmation is too old, and the session goes on', async () => {
    const made = await sound.sandbox({ given: 'authenticator-app' })
    const { control, visitor, email, password = '', totpSecret = '', now } = made
    await visitor.passPassword(email, password)
    await visitor.post('/log-in/verify', { code: codeAt(totpSecret, now) })
    await visitor.post('/account/confirm')
    await visitor.post('/log-in/password', { password })
    await visitor.post('/log-in/verify', { code: codeAt(totpSecret, now + 30_000) })
    await visitor.post('/account/add')
    const secret = await waitAt(visitor, 'enrol-app')
    await control.advance(6 * MINUTE)
    const seen = await visitor.post('/log-in/app', { code: codeAt(secret, now + 6 * MINUTE) })
    expect(seen.screen).toBe('your-account')
    expect(await visitor.session()).toBe(email)
    await visitor.post('/log-out')
    await visitor.passPassword(email, password)
    const right = codeAt(totpSecret, now + 6 * MINUTE)
    expect((await visitor.post('/log-in/verify', { code: right })).screen).toBe('dashboard')
  })
})
