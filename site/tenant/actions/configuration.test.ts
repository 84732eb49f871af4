import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signedIn } from '../testing/signed-in.ts'
import { MINUTE, startTestTenant, type TestTenant } from '../testing/start-test-tenant.ts'
import { Visitor } from '../testing/visitor.ts'

let testTenant: TestTenant
beforeAll(async () => {
  testTenant = await startTestTenant()
})
afterAll(() => testTenant.close())

const pages = [
  'organizations',
  'users',
  'my-organization',
  'audit-logs',
  'users/new',
  'alerts',
  'integrations',
]

describe('the way in that is arranged', () => {
  it('is a cookie', async () => {
    const { visitor, email } = await signedIn(testTenant)
    expect(await visitor.session()).toBe(email)
    expect((await visitor.open('/dashboard')).screen).toBe('dashboard')
  })

  it('is an address, once, and not for a scanner', async () => {
    const { url, signInUrl = '', email } = await testTenant.sandbox({ given: 'viewer' })
    const visitor = new Visitor(testTenant.url, url)
    await visitor.request(signInUrl, { method: 'HEAD' })
    expect(await visitor.session()).toBeUndefined()
    expect((await visitor.open(signInUrl)).screen).toBe('dashboard')
    expect(await visitor.session()).toBe(email)
    const second = new Visitor(testTenant.url, url)
    expect(await second.open(signInUrl)).toMatchObject({ status: 410, screen: 'notice' })
    expect(await second.session()).toBeUndefined()
  })

  it('is dead after ten minutes', async () => {
    const { control, url, signInUrl = '' } = await testTenant.sandbox({ given: 'editor' })
    await control.advance(10 * MINUTE)
    expect((await new Visitor(testTenant.url, url).open(signInUrl)).status).toBe(410)
  })

  it('belongs to an account that can log in as everyone else', async () => {
    const { visitor, email, password = '' } = await testTenant.sandbox({ given: 'editor' })
    expect((await visitor.passPassword(email, password)).screen).toBe('verify-your-identity')
  })
})

describe('what lies under Configuration', () => {
  it('is closed to people who are not logged in', async () => {
    const { visitor } = await testTenant.sandbox()
    for (const page of ['', ...pages.map((page) => `/${page}`)])
      expect((await visitor.open(`/configuration${page}`)).screen).toBe('login-page')
    for (const link of ['users', 'my-organization', 'account'])
      expect((await visitor.open(`/open/${link}`)).screen).toBe('login-page')
  })

  it('is open to an Administrator, from the top bar on', async () => {
    const { visitor, acts } = await signedIn(testTenant)
    expect((await visitor.open('/configuration')).screen).toBe('managed-organizations')
    await visitor.open('/open/configuration?from=dashboard')
    expect((await visitor.open('/open/users?from=managed-organizations')).screen).toBe('users')
    const own = await visitor.open('/open/my-organization?from=users')
    expect(own).toMatchObject({ status: 200, screen: 'my-organization' })
    expect(own.html).toContain('1Secure Authentication')
    for (const page of pages) expect((await visitor.open(`/configuration/${page}`)).status).toBe(200)
    expect(await acts()).toEqual([
      'dashboard · Configuration → managed-organizations',
      'managed-organizations · Users → users',
      'users · My organization → my-organization',
    ])
  })

  it.each(['editor', 'viewer'] as const)(
    'keeps an %s away from what is an Administrator’s',
    async (given) => {
      const { visitor, acts } = await signedIn(testTenant, given)
      const refused = await visitor.open('/open/my-organization?from=managed-organizations')
      expect(refused).toMatchObject({ status: 403, screen: 'managed-organizations' })
      expect(refused.says).toContain('Administrator')
      expect(await visitor.post('/configuration/users/new')).toMatchObject({ status: 403, screen: 'users' })
      for (const page of ['my-organization', 'audit-logs', 'users/new'])
        expect((await visitor.open(`/configuration/${page}`)).status).toBe(403)
      expect(await acts()).toEqual([
        'managed-organizations · My organization → managed-organizations “Only an Administrator can open My organization.”',
        'users · Add Users → users “Only an Administrator can add or change users.”',
      ])
    },
  )
})
