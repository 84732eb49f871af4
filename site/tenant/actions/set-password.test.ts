import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestTenant, type TestTenant } from '../testing/start-test-tenant.ts'

const GOOD = 'river otter lamp'
const BUTTON = 'Activate my Netwrix account'
const LINK = 'account activation link'

let testTenant: TestTenant
beforeAll(async () => {
  testTenant = await startTestTenant()
})
afterAll(() => testTenant.close())

/** Both fields of the form are one act. */
const SENT = 'change-your-password · Reset Password (New password: strong, Re-enter new password: same)'

const set = (password: string, again = password) => ({ password, again })

describe('the invitation mail', () => {
  it('comes by SMTP as documented, in HTML and in text', async () => {
    const { control, email, url } = await testTenant.sandbox()
    const mail = await control.mail(1)
    expect(mail).toMatchObject({
      from: 'noreply-account@netwrix.com',
      to: email,
      subject: 'Welcome to Netwrix 1Secure',
    })
    expect(mail.links.map(({ label }) => label)).toEqual([BUTTON, LINK, 'Netwrix 1Secure tenant link'])
    expect(mail.links[2]?.href).toBe(`${url}/tenant-link`)
    expect(mail.text).toContain(mail.links[1]?.href)
    expect(mail.raw).toMatch(/^Content-Type: multipart\/alternative/m)
  })
})

describe('activating', () => {
  it.each([
    ['button', BUTTON],
    ['link', LINK],
  ])('works once through the %s', async (_way, label) => {
    const { acts, control, visitor } = await testTenant.sandbox()
    const href = await control.link(label)
    expect(await visitor.open(href)).toMatchObject({ screen: 'change-your-password', path: '/activate' })
    expect((await visitor.post('/activate', set(GOOD))).screen).toBe('account-activated')
    expect((await visitor.open(href)).screen).toBe('invalid-link')
    expect((await visitor.post('/activate', set('another good one'))).screen).toBe('invalid-link')
    expect(await acts()).toEqual([
      `follow ${label} (newest) → change-your-password`,
      `${SENT} → account-activated`,
      `follow ${label} (newest+used) → invalid-link`,
      `${SENT} → invalid-link`,
    ])
  })

  it.each([
    ['', '', 'Enter a new password'],
    ['short', 'short', 'at least 12 characters'],
    [GOOD, 'river otter lamb', "Passwords don't match"],
    ['passwordpassword', 'passwordpassword', 'too well known'],
    ['larkspur is nice', 'larkspur is nice', 'company'],
  ])('refuses "%s" with "%s" and leaves the link alive', async (password, again, message) => {
    const { control, visitor } = await testTenant.sandbox()
    await visitor.open(await control.link(BUTTON))
    const seen = await visitor.post('/activate', set(password, again))
    expect(seen).toMatchObject({ status: 422, screen: 'change-your-password' })
    expect(seen.says).toContain(message)
    expect(seen.html).toContain('aria-invalid="true"')
    expect(seen.html).not.toContain(`value="${GOOD}"`)
    expect((await visitor.post('/activate', set(GOOD))).screen).toBe('account-activated')
  })

  it('takes a long passphrase with blanks and signs of any kind', async () => {
    const { control, visitor, email } = await testTenant.sandbox()
    await visitor.open(await control.link(BUTTON))
    const long = `${'blåbær og ☂ '.repeat(10)}fin`
    expect((await visitor.post('/activate', set(long))).screen).toBe('account-activated')
    expect((await visitor.passPassword(email, long.slice(0, -1))).says).toContain('Wrong')
    expect((await visitor.passPassword(email, long.normalize('NFD'))).screen).toBe('keep-your-account-safe')
  })

  it('spends the link once when it is posted ten times at once', async () => {
    const { acts, control, visitor } = await testTenant.sandbox()
    await visitor.open(await control.link(BUTTON))
    const posts = Array.from({ length: 10 }, (_, n) => visitor.copy().post('/activate', set(`${GOOD} ${n}`)))
    const screens = (await Promise.all(posts)).map(({ path }) => path)
    expect((await acts()).filter((act) => act === `${SENT} → account-activated`)).toHaveLength(1)
    expect(screens).toHaveLength(10)
  })
})
