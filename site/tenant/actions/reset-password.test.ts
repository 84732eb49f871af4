import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeAt } from '../../../machines/devices/authenticator-app.ts'
import { HOUR, startTestTenant, type TestTenant } from '../testing/start-test-tenant.ts'

const GOOD = 'otter lamp and a river'
const LINK = 'password reset link'

let testTenant: TestTenant
beforeAll(async () => {
  testTenant = await startTestTenant()
})
afterAll(() => testTenant.close())

const SENT = 'change-your-password · Reset Password (New password: strong, Re-enter new password: same)'
const REFUSED = 'enter-your-password “Wrong email or password”'
const sentPassword = (symbols: string) => `enter-your-password · Continue (Password: ${symbols})`

const set = (password: string, again = password) => ({ password, again })

const enrolled = async () => {
  const { password = '', totpSecret = '', ...made } = await testTenant.sandbox({ given: 'authenticator-app' })
  return { password, totpSecret, ...made }
}

/** A sandbox whose account has been mailed a reset link: mail 2. */
const asked = async () => {
  const made = await enrolled()
  expect((await made.visitor.post('/forgot', { email: made.email })).screen).toBe('check-your-email')
  await testTenant.settled()
  return { ...made, href: await made.control.link(LINK, 2) }
}

describe('the reset link', () => {
  it('leaves the address bar, and following it spends nothing', async () => {
    const { acts, visitor, href } = await asked()
    await visitor.copy().request(href, { method: 'HEAD' })
    await visitor.copy().open(href)
    expect(await visitor.open(href)).toMatchObject({ screen: 'change-your-password', path: '/reset' })
    expect((await visitor.post('/reset', set(GOOD))).screen).toBe('password-changed')
    expect((await acts()).filter((act) => act.startsWith('follow'))).toHaveLength(2)
  })

  it('works once', async () => {
    const { acts, visitor, href } = await asked()
    await visitor.open(href)
    await visitor.post('/reset', set(GOOD))
    expect((await visitor.open('/reset/done')).screen).toBe('password-changed')
    expect((await visitor.open(href)).screen).toBe('invalid-link')
    expect((await visitor.post('/reset', set(`${GOOD} too`))).screen).toBe('invalid-link')
    expect((await acts()).slice(1, 4)).toEqual([
      `follow ${LINK} (newest) → change-your-password`,
      `${SENT} → password-changed`,
      `follow ${LINK} (newest+used) → invalid-link`,
    ])
  })

  it('is dead when a newer one was mailed', async () => {
    const { acts, control, visitor, href } = await asked()
    await visitor.open(href)
    await visitor.post('/forgot/resend')
    await testTenant.settled()
    expect((await visitor.post('/reset', set(GOOD))).screen).toBe('invalid-link')
    expect((await visitor.open(href)).screen).toBe('invalid-link')
    expect((await acts()).at(-1)).toBe(`follow ${LINK} (older) → invalid-link`)
    expect((await visitor.open(await control.link(LINK, 3))).screen).toBe('change-your-password')
  })

  it('is valid for one hour', async () => {
    const { acts, control, visitor, href } = await asked()
    await control.advance(HOUR)
    expect(await visitor.open(href)).toMatchObject({ status: 410, screen: 'reset-link-expired' })
    expect((await acts()).at(-1)).toBe(`follow ${LINK} (newest+expired) → reset-link-expired`)
    expect((await visitor.post('/reset', set(GOOD))).screen).toBe('reset-link-expired')
  })

  it.each(['changed', 'of the other kind'])('is nothing when it is %s', async (what) => {
    const { control, visitor, href } = await asked()
    const activation = await control.link('account activation link')
    const bent = what === 'changed' ? href.replace(/.$/, (end) => (end === 'A' ? 'E' : 'A')) : activation
    const seen = await visitor.open(bent.replace('/activate/link/', '/reset/link/'))
    expect(seen).toMatchObject({ status: 410, screen: 'invalid-link' })
  })

  it('is spent once when it is posted ten times at once', async () => {
    const { acts, visitor, href } = await asked()
    await visitor.open(href)
    await Promise.all(
      Array.from({ length: 10 }, (_, n) => visitor.copy().post('/reset', set(`${GOOD} ${n}`))),
    )
    expect((await acts()).filter((act) => act === `${SENT} → password-changed`)).toHaveLength(1)
  })

  it.each([
    ['', '', 'Enter a new password'],
    ['short', 'short', 'at least 12 characters'],
    [GOOD, `${GOOD}s`, "Passwords don't match"],
  ])('survives "%s" with "%s"', async (password, again, message) => {
    const { visitor, href } = await asked()
    await visitor.open(href)
    const seen = await visitor.post('/reset', set(password, again))
    expect(seen).toMatchObject({ status: 422, screen: 'change-your-password' })
    expect(seen.says).toContain(message)
    expect(seen.html).toContain(`action="${new URL(visitor.base).pathname}/reset"`)
    expect((await visitor.post('/reset', set(GOOD))).screen).toBe('password-changed')
  })
})

describe('after a reset', () => {
  it('the old password, sessions and half-way logins are dead; the second factor is still asked for', async () => {
    const { acts, visitor, email, password, totpSecret, now, href } = await asked()
    const [session, halfWay] = [visitor.copy(), visitor.copy()]
    await session.passPassword(email, password)
    await session.post('/log-in/verify', { code: codeAt(totpSecret, now) })
    expect(await session.session()).toBe(email)
    await halfWay.passPassword(email, password)
    await visitor.open(href)
    await visitor.post('/reset', set(GOOD))
    expect(await session.session()).toBeUndefined()
    expect((await halfWay.open('/log-in/verify')).screen).toBe('login-page')
    expect((await visitor.passPassword(email, password)).says).toContain('Wrong email or password')
    expect((await acts()).at(-1)).toBe(`${sentPassword('wrong+old')} → ${REFUSED}`)
    expect((await visitor.post('/log-in/password', { password: 'neither of them' })).says).toContain('Wrong')
    expect((await acts()).at(-1)).toBe(`${sentPassword('wrong')} → ${REFUSED}`)
    expect((await visitor.post('/log-in/password', { password: GOOD })).screen).toBe('verify-your-identity')
    expect((await acts()).at(-1)).toBe(`${sentPassword('right+new')} → verify-your-identity`)
    expect(await visitor.session()).toBeUndefined()
    await visitor.post('/log-in/verify', { code: codeAt(totpSecret, now + 30_000) })
    expect(await visitor.session()).toBe(email)
    await visitor.post('/log-out')
    await visitor.passPassword(email, password)
    expect((await acts()).at(-1)).toBe(`${sentPassword('wrong')} → ${REFUSED}`)
  })

  it('a block is lifted', async () => {
    const { visitor, email, href } = await asked()
    await visitor.post('/log-in/email', { email })
    for (let n = 0; n < 10; n++) await visitor.post('/log-in/password', { password: 'not this one' })
    await visitor.open(href)
    await visitor.post('/reset', set(GOOD))
    expect((await visitor.passPassword(email, GOOD)).screen).toBe('verify-your-identity')
  })
})
