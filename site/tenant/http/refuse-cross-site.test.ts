import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestTenant, type TestTenant } from '../testing/start-test-tenant.ts'

const SITE = 'http://localhost:4321'

let testTenant: TestTenant
beforeAll(async () => {
  testTenant = await startTestTenant({ siteOrigin: SITE })
})
afterAll(() => testTenant.close())

const form = 'application/x-www-form-urlencoded'

describe('a request from another site', () => {
  const forged: [string, Record<string, string>][] = [
    ['another origin', { origin: 'http://evil.example' }],
    ['the site itself', { origin: SITE }],
    ['a page that hides its origin', { origin: 'null' }],
    ['Sec-Fetch-Site: cross-site', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['Sec-Fetch-Site: same-site', { origin: 'null', 'sec-fetch-site': 'same-site' }],
  ]

  it.each(forged)('is refused: %s', async (_what, headers) => {
    const { visitor, email, acts } = await testTenant.sandbox({ given: 'activated' })
    for (const path of [
      '/log-in',
      '/log-in/email',
      '/activate',
      '/log-in/method',
      '/log-in/key/options',
      '/log-out',
    ]) {
      const body = new URLSearchParams({ email })
      expect((await visitor.request(path, { method: 'POST', headers, body })).status).toBe(403)
      const json = { ...headers, 'content-type': 'application/json' }
      expect((await visitor.request(path, { method: 'POST', headers: json, body: '{}' })).status).toBe(403)
    }
    expect(await acts()).toEqual([])
  })

  it('is taken from a browser that hides the origin of our own page', async () => {
    const { visitor } = await testTenant.sandbox()
    const headers = { origin: 'null', 'sec-fetch-site': 'same-origin', 'content-type': form }
    expect((await visitor.request('/log-in', { method: 'POST', headers })).status).toBe(303)
  })
})

describe('addresses in mails', () => {
  it('come from the configuration, whatever the headers say', async () => {
    const { control, visitor } = await testTenant.sandbox({ given: 'link-expired' })
    await visitor.open(await control.link('account activation link'))
    const headers = {
      'x-forwarded-host': 'evil.example',
      forwarded: 'host=evil.example',
      'x-forwarded-proto': 'https',
    }
    await visitor.request('/activate/new-link', { method: 'POST', headers })
    const { links, raw } = await control.mail(2)
    expect(links.every(({ href }) => href.startsWith(`${testTenant.url}/`))).toBe(true)
    expect(raw).not.toContain('evil.example')
  })
})
