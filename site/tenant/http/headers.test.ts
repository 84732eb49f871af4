import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NumberedExchange } from '../exchange.ts'
import { startTestTenant, type TestTenant } from '../testing/start-test-tenant.ts'

const SITE = 'http://localhost:4321'

let testTenant: TestTenant
beforeAll(async () => {
  testTenant = await startTestTenant({ siteOrigin: SITE })
})
afterAll(() => testTenant.close())

describe('headers of a page', () => {
  it('let nothing in from elsewhere, and only the site frame it', async () => {
    const { visitor } = await testTenant.sandbox()
    const { headers } = await visitor.request('/log-in')
    const csp = headers.get('content-security-policy') ?? ''
    expect(csp).toContain("default-src 'none'")
    expect(csp).toContain("script-src 'self'")
    expect(csp).toContain(`frame-ancestors ${SITE}`)
    expect(csp).not.toContain('unsafe')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBeNull()
  })

  it('are all told of to who looks at the wire', async () => {
    const { visitor, control } = await testTenant.sandbox()
    const { headers } = await visitor.request('/log-in/email')
    const ofTheConnection = ['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding']
    const sent = [...headers].filter(([name]) => !ofTheConnection.includes(name))
    const [told] = (await (await control.call('/exchanges')).json()) as NumberedExchange[]
    expect(sent).toContainEqual(['cache-control', 'no-store'])
    expect(told?.response.headers).toEqual(expect.arrayContaining(sent))
  })

  it('forbid all frames where there is no site', async () => {
    const alone = await startTestTenant()
    try {
      const { headers } = await (await alone.sandbox()).visitor.request('/log-in')
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('x-frame-options')).toBe('DENY')
    } finally {
      await alone.close()
    }
  })

  it('ask for TLS for ever only when that is wanted', async () => {
    const wanted = await startTestTenant({ hsts: true })
    const header = async (url: string) => (await fetch(url)).headers.get('strict-transport-security')
    expect(await header(`${testTenant.url}/clauses`)).toBeNull()
    expect(await header(`${wanted.url}/clauses`)).toBe('max-age=31536000')
    await wanted.close()
  })

  it('keep the cookie from scripts, other sites and other sandboxes', async () => {
    const { visitor, id } = await testTenant.sandbox()
    const response = await visitor.request('/log-in/email', {
      method: 'POST',
      body: new URLSearchParams({ email: 'a@b.example' }),
    })
    const [cookie = ''] = response.headers.getSetCookie()
    expect(cookie).toMatch(/^__Secure-doorstep-tenant=[\w-]{43};/)
    for (const part of [`Path=/t/${id}`, 'HttpOnly', 'Secure', 'SameSite=Lax'])
      expect(cookie.split('; ')).toContain(part)
  })
})

describe('the site’s script', () => {
  it('is served to a framed page only', async () => {
    const { visitor } = await testTenant.sandbox()
    const plain = await (await visitor.request('/log-in')).text()
    const framed = await (
      await visitor.request('/log-in', { headers: { 'sec-fetch-dest': 'iframe' } })
    ).text()
    expect(plain).not.toContain('in-frame.js')
    expect(framed).toContain(`data-site-origin="${SITE}"`)
    const script = await fetch(`${testTenant.url}/assets/in-frame.js`)
    expect(script.headers.get('content-type')).toContain('javascript')
  })
})

describe('what pages load', () => {
  it('is kept by the browser for as long as it is the same', async () => {
    const { visitor } = await testTenant.sandbox()
    const page = await (await visitor.request('/log-in')).text()
    const [, href = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(page) ?? []
    const cacheOf = async (path: string) => (await fetch(testTenant.url + path)).headers.get('cache-control')
    expect(await cacheOf(href)).toContain('immutable')
    expect(await cacheOf('/assets/tenant.css')).toBe('no-cache')
    expect(await cacheOf('/assets/tenant.css?v=another')).toBe('no-cache')
  })
})
