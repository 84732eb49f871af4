import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeAt } from '../../../machines/devices/authenticator-app.ts'
import { findAccountByEmail } from '../store/accounts.ts'
import { saveConnection } from '../store/sso-connections.ts'
import { ofAnybody } from '../testing/of-anybody.ts'
import { PASSWORD, withSecondUser } from '../testing/second-user.ts'
import { startTestTenant, type TestTenant } from '../testing/start-test-tenant.ts'
import { Visitor } from '../testing/visitor.ts'

let testTenant: TestTenant
beforeAll(async () => {
  testTenant = await startTestTenant()
})
afterAll(() => testTenant.close())

/** A tenant of an Administrator, who keeps the way in for emergencies, and a user; both have passwords from before SSO. */
async function underSso() {
  const made = await withSecondUser(testTenant)
  const { id, url, now, email, control } = made
  const keeper = await findAccountByEmail(testTenant.store.db, id, email)
  const switchOn = () =>
    saveConnection(testTenant.store.db, {
      sandbox_id: id,
      method: 'openid-connect',
      client_id: 'client',
      discovery_url: 'https://idp.example.com/.well-known/openid-configuration',
      directory_id: null,
      sealed_secret: null,
      keeper_id: keeper?.id ?? null,
      saved_at: now,
    })
  const visit = () => new Visitor(testTenant.url, url)
  const subjectsTo = async (address: string) => {
    await testTenant.settled()
    return (await control.mails()).filter(({ to }) => to === address).map(({ subject }) => subject)
  }
  return { ...made, switchOn, visit, subjectsTo }
}

type Tenant = Awaited<ReturnType<typeof underSso>>

/** The page, without what it says about who asked. */
describe('a password where SSO is in force (RP14, ASVS 5.0 6.3.4)', () => {
  const tryPassword = async ({ visit }: Tenant, email: string, password: string) => {
    const visitor = visit()
    await visitor.post('/log-in/email', { email, way: 'password' })
    const seen = await visitor.post('/log-in/password', { password })
    expect(await visitor.session()).toBeUndefined()
    return { ...seen, html: ofAnybody(seen.html, email) }
  }

  it('does not log in, though it is right, and looks like a wrong one or an unknown account', async () => {
    const tenant = await underSso()
    const { second, domain, switchOn } = tenant
    expect((await tryPassword(tenant, second, PASSWORD)).screen).toBe('verify-your-identity')
    await switchOn()
    const right = await tryPassword(tenant, second, PASSWORD)
    expect(right).toMatchObject({ status: 422, screen: 'enter-your-password' })
    expect(right.says).toContain('Wrong email or password')
    expect((await tryPassword(tenant, second, 'something else entirely')).html).toBe(right.html)
    expect((await tryPassword(tenant, `nobody@${domain}`, PASSWORD)).html).toBe(right.html)
  })

  it('lets the Administrator in who keeps it for emergencies, with the second factor', async () => {
    const tenant = await underSso()
    const { email, password = '', totpSecret = '', control, visit, now, switchOn, visitor } = tenant
    await switchOn()
    const person = visit()
    await person.post('/log-in/email', { email, way: 'password' })
    expect((await person.post('/log-in/password', { password })).screen).toBe('verify-your-identity')
    await control.advance(30_000)
    await person.post('/log-in/verify', { code: codeAt(totpSecret, now + 30_000) })
    expect(await person.session()).toBe(email)
    expect((await visitor.open('/configuration/audit-logs')).html).toContain('emergency access')
  })
})

describe('a reset where SSO is in force (RP14)', () => {
  const ask = async ({ visit }: Tenant, email: string) => {
    const visitor = visit()
    const pages = [await visitor.post('/forgot', { email }), await visitor.post('/forgot/resend')]
    return pages.map(({ status, html }) => [status, ofAnybody(html, email)])
  }

  it('is mailed only to that Administrator; the page is the same for all', async () => {
    const tenant = await underSso()
    const { second, email, domain, switchOn, subjectsTo } = tenant
    await switchOn()
    const pages = await ask(tenant, second)
    expect(pages.map(([status]) => status)).toEqual([200, 200])
    expect(await ask(tenant, email)).toEqual(pages)
    expect(await ask(tenant, `nobody@${domain}`)).toEqual(pages)
    expect(await subjectsTo(second)).not.toContain('Reset your password')
    expect((await subjectsTo(email)).filter((subject) => subject === 'Reset your password')).toHaveLength(2)
  })

  it('can’t be finished by a link from before', async () => {
    const tenant = await underSso()
    const { second, control, visit, switchOn } = tenant
    await ask(tenant, second)
    await testTenant.settled()
    const link = await control.link('password reset link', (await control.mails()).at(-1)?.n)
    const visitor = visit()
    expect((await visitor.open(link)).screen).toBe('change-your-password')
    await switchOn()
    expect((await visitor.open('/reset')).screen).toBe('invalid-link')
    const seen = await visitor.post('/reset', {
      password: 'five words for a door',
      again: 'five words for a door',
    })
    expect(seen.screen).toBe('invalid-link')
  })
})

describe('an invitation from before SSO', () => {
  it('leads to no password', async () => {
    const { visitor, domain, control, visit, switchOn } = await underSso()
    await visitor.post('/configuration/users', { addresses: `third@${domain}`, role: 'Administrator' })
    const link = await control.link('Activate my Netwrix account', (await control.mails()).at(-1)?.n)
    await switchOn()
    expect((await visit().open(link)).screen).toBe('invalid-link')
  })
})
