import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ofAnybody } from '../testing/of-anybody.ts'
import { startTestTenant, type TestTenant } from '../testing/start-test-tenant.ts'

const LINK = 'password reset link'

let testTenant: TestTenant
beforeAll(async () => {
  testTenant = await startTestTenant()
})
afterAll(() => testTenant.close())

const enrolled = () => testTenant.sandbox({ given: 'authenticator-app' })

describe('asking for a reset', () => {
  it('mails a link, in HTML and in text', async () => {
    const { control, visitor, email } = await enrolled()
    await visitor.post('/forgot', { email })
    await testTenant.settled()
    const href = await control.link(LINK, 2)
    const mail = await control.mail(2)
    expect(mail).toMatchObject({
      from: 'noreply-account@netwrix.com',
      to: email,
      subject: 'Reset your password',
    })
    expect(mail.links.map(({ label }) => label)).toEqual([LINK])
    expect(mail.text).toContain(href)
    expect(mail.raw).toMatch(/^Content-Type: multipart\/alternative/m)
  })

  it('looks the same for an address that nobody registered, which gets no mail', async () => {
    const { control, visitor, email } = await enrolled()
    const nobody = email.replace('new.', 'old.')
    const pages = async (address: string) => {
      const who = visitor.copy()
      const ask = () => who.post('/forgot', { email: address })
      const tries = [
        await ask(),
        await who.post('/forgot/resend'),
        await ask(),
        await ask(),
        await ask(),
        await ask(),
      ]
      return tries.map(({ status, html }) => [status, ofAnybody(html, address)])
    }
    const known = await pages(email)
    expect(known.map(([status]) => status)).toEqual([200, 200, 200, 200, 200, 429])
    expect(await pages(nobody)).toEqual(known)
    await testTenant.settled()
    expect((await control.mails()).map(({ to }) => to)).toEqual(Array(6).fill(email))
  })

  it('leaves a login its own address, though the mail was asked for at another', async () => {
    const { visitor, email, control } = await enrolled()
    const [name = ''] = email.split('@')
    const other = `other.${name}`
    const asked = `other.${email}`
    await visitor.post('/log-in/email', { email })
    const sent = await visitor.post('/forgot', { email: asked })
    expect(sent).toMatchObject({ screen: 'check-your-email' })
    expect(sent.html).toContain(other)
    expect((await visitor.post('/forgot/resend')).html).toContain(other)
    const back = await visitor.open('/log-in/password')
    expect(back.screen).toBe('enter-your-password')
    expect(back.html).not.toContain(other)
    expect(back.html).toContain(name)
    await testTenant.settled()
    expect(await control.mails()).toHaveLength(1)
    await visitor.post('/forgot', { email })
    await testTenant.settled()
    expect(await control.mails()).toHaveLength(2)
  })

  it('sends nothing to an account that is not active yet', async () => {
    const { control, visitor, email } = await testTenant.sandbox()
    expect((await visitor.post('/forgot', { email })).screen).toBe('check-your-email')
    await testTenant.settled()
    expect(await control.mails()).toHaveLength(1)
  })

  it.each([
    ['', 'Please enter an email address'],
    ['no address', 'Please enter an email address like'],
  ])('refuses the address "%s" and keeps what was typed', async (email, message) => {
    const { visitor } = await enrolled()
    const seen = await visitor.post('/forgot', { email })
    expect(seen).toMatchObject({ status: 422, screen: 'forgot-your-password' })
    expect(seen.says).toContain(message)
    expect(seen.html).toContain(`value="${email}"`)
  })

  it('comes before Check Your Email', async () => {
    const { visitor, email } = await enrolled()
    expect((await visitor.open('/forgot/sent')).screen).toBe('login-page')
    await visitor.post('/log-in/email', { email })
    expect((await visitor.open('/forgot/sent')).screen).toBe('forgot-your-password')
    expect((await visitor.post('/forgot/resend')).screen).toBe('forgot-your-password')
  })
})

it('leads from the password page to the mail', async () => {
  const { acts, visitor, email } = await enrolled()
  await visitor.open('/')
  await visitor.post('/log-in')
  await visitor.post('/log-in/email', { email })
  const seen = await visitor.open('/open/forgot-password?from=enter-your-password')
  expect(seen.screen).toBe('forgot-your-password')
  expect(seen.html).toContain(`value="${email}"`)
  await visitor.post('/forgot', { email })
  await visitor.post('/forgot/resend')
  await testTenant.settled()
  await visitor.open('/open/log-in?from=password-changed')
  expect(await acts()).toEqual([
    'visit login-page → login-page',
    'login-page · Log In → email-address',
    'email-address · Continue (Email address: registered) → enter-your-password',
    'enter-your-password · Forgot password → forgot-your-password',
    'forgot-your-password · Continue (Email address: registered) → check-your-email',
    'check-your-email · Resend email → check-your-email',
    'password-changed · Log in to 1Secure → login-page',
  ])
})
