import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeAt } from '../../../machines/devices/authenticator-app.ts'
import { SecurityKey } from '../../../machines/devices/security-key.ts'
import { optionsOf } from '../testing/ceremony.ts'
import { DAY, startTestTenant, type TestTenant } from '../testing/start-test-tenant.ts'

const DEVICE = '__Secure-doorstep-device'

let testTenant: TestTenant
beforeAll(async () => {
  testTenant = await startTestTenant()
})
afterAll(() => testTenant.close())

/** A browser that the tenant remembers, and that is logged out again. */
const remembered = async () => {
  const { password = '', totpSecret = '', ...made } = await testTenant.sandbox({ given: 'authenticator-app' })
  await made.visitor.passPassword(made.email, password)
  await made.visitor.post('/log-in/verify', { code: codeAt(totpSecret, made.now), remember: 'yes' })
  await made.visitor.post('/log-out')
  return { password, totpSecret, ...made }
}

describe('a remembered device', () => {
  it('isn’t asked for the second factor, but for the password', async () => {
    const { visitor, email, password } = await remembered()
    const wrong = visitor.copy()
    expect((await wrong.passPassword(email, 'not this one')).screen).toBe('enter-your-password')
    expect((await visitor.passPassword(email, password)).screen).toBe('dashboard')
    expect(await visitor.session()).toBe(email)
  })

  it('is asked again after 30 days', async () => {
    const { visitor, control, email, password } = await remembered()
    await control.advance(30 * DAY)
    expect((await visitor.passPassword(email, password)).screen).toBe('verify-your-identity')
  })

  it('is asked again when a change to the account is confirmed', async () => {
    const { visitor, email, password } = await remembered()
    await visitor.passPassword(email, password)
    await visitor.post('/account/confirm')
    expect((await visitor.post('/log-in/password', { password })).screen).toBe('verify-your-identity')
  })

  it('is asked again after a reset', async () => {
    const { visitor, control, email } = await remembered()
    await visitor.post('/forgot', { email })
    await testTenant.settled()
    await visitor.open(await control.link('password reset link', 2))
    await visitor.post('/reset', { password: 'otter lamp and a river', again: 'otter lamp and a river' })
    expect(visitor.cookies.has(DEVICE)).toBe(true)
    expect((await visitor.passPassword(email, 'otter lamp and a river')).screen).toBe('verify-your-identity')
  })

  it('is one only by its token, which is kept as a hash', async () => {
    const { visitor, email, password } = await remembered()
    const token = visitor.cookies.get(DEVICE) ?? ''
    expect(token).toMatch(/^[\w-]{43}$/)
    const rows = await testTenant.store.db.selectFrom('remembered_devices').select('token_hash').execute()
    expect(rows.map(({ token_hash }) => token_hash)).not.toContain(token)
    visitor.cookies.set(DEVICE, `${token.slice(1)}A`)
    expect((await visitor.passPassword(email, password)).screen).toBe('verify-your-identity')
  })

  it('belongs to one account', async () => {
    const one = await remembered()
    const other = await testTenant.sandbox({ given: 'authenticator-app' })
    other.visitor.cookies.set(DEVICE, one.visitor.cookies.get(DEVICE) ?? '')
    const seen = await other.visitor.passPassword(other.email, other.password ?? '')
    expect(seen.screen).toBe('verify-your-identity')
  })

  it('may have used a security key', async () => {
    const key = new SecurityKey()
    const {
      visitor,
      email,
      password = '',
    } = await testTenant.sandbox({
      given: 'security-key',
      credential: await key.enrolled('localhost'),
    })
    await visitor.passPassword(email, password)
    const answer = await key.authenticate(await optionsOf(visitor, '/log-in/verify-key'), testTenant.url)
    expect((await visitor.postJson('/log-in/verify-key', { ...answer, remember: true })).status).toBe(200)
    await visitor.post('/log-out')
    expect((await visitor.passPassword(email, password)).screen).toBe('dashboard')
  })

  it('isn’t made unless it was asked for', async () => {
    const {
      visitor,
      email,
      password = '',
      totpSecret = '',
      now,
    } = await testTenant.sandbox({
      given: 'authenticator-app',
    })
    await visitor.passPassword(email, password)
    await visitor.post('/log-in/verify', { code: codeAt(totpSecret, now) })
    expect(visitor.cookies.has(DEVICE)).toBe(false)
  })
})
