import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeAt } from '../../../machines/devices/authenticator-app.ts'
import { startTestTenant, type TestTenant } from '../testing/start-test-tenant.ts'

const GOOD = 'otter lamp and a river'

let testTenant: TestTenant
beforeAll(async () => {
  testTenant = await startTestTenant()
})
afterAll(() => testTenant.close())

const signedIn = async () => {
  const { password = '', totpSecret = '', ...made } = await testTenant.sandbox({ given: 'authenticator-app' })
  await made.visitor.passPassword(made.email, password)
  await made.visitor.post('/log-in/verify', { code: codeAt(totpSecret, made.now), remember: 'yes' })
  return { password, totpSecret, ...made }
}

describe('changing the password', () => {
  it('needs the current one', async () => {
    const { visitor, email, password } = await signedIn()
    for (const [current, message] of [
      ['', 'Enter your current password'],
      [`${password}x`, 'not your current password'],
    ] as const) {
      const seen = await visitor.post('/account/password', { current, password: GOOD, again: GOOD })
      expect(seen).toMatchObject({ status: 422, screen: 'change-password' })
      expect(seen.says).toContain(message)
    }
    expect((await visitor.copy().passPassword(email, password)).screen).not.toBe('enter-your-password')
  })

  it('counts wrong ones as the login does', async () => {
    const { visitor, password } = await signedIn()
    const change = (current: string) =>
      visitor.post('/account/password', { current, password: GOOD, again: GOOD })
    for (let n = 0; n < 10; n++) await change('not this one')
    expect((await change(password)).says).toContain('too many')
  })

  it.each([
    ['short', 'short', 'at least 12 characters'],
    [GOOD, `${GOOD}s`, "Passwords don't match"],
    ['', '', 'Enter a new password'],
  ])('refuses "%s" with "%s"', async (password, again, message) => {
    const { visitor, password: current } = await signedIn()
    const seen = await visitor.post('/account/password', { current, password, again })
    expect(seen.status).toBe(422)
    expect(seen.says).toContain(message)
  })

  it('ends other sessions, reset links and remembered devices, and tells the mailbox', async () => {
    const { visitor, control, email, password } = await signedIn()
    const other = visitor.copy()
    other.cookies.delete('__Secure-doorstep-tenant')
    expect((await other.passPassword(email, password)).screen).toBe('dashboard')
    const before = visitor.copy()
    const stranger = visitor.copy()
    stranger.cookies.clear()
    await stranger.post('/forgot', { email })
    await testTenant.settled()
    const seen = await visitor.post('/account/password', { current: password, password: GOOD, again: GOOD })
    expect(seen.screen).toBe('your-account')
    expect(seen.says).toContain('was changed')
    expect(await visitor.session()).toBe(email)
    expect(await before.session()).toBeUndefined()
    expect(await other.session()).toBeUndefined()
    expect((await stranger.open(await control.link('password reset link', 2))).screen).toBe('invalid-link')
    await testTenant.settled()
    expect((await control.mails()).at(-1)).toMatchObject({ subject: 'Your password was changed', to: email })
    await visitor.post('/log-out')
    expect((await visitor.passPassword(email, password)).says).toContain('Wrong email or password')
    expect((await visitor.passPassword(email, GOOD)).screen).toBe('verify-your-identity')
  })
})
