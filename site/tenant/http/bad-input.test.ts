import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestTenant, type TestTenant } from '../testing/start-test-tenant.ts'

const SITE = 'http://localhost:4321'

let testTenant: TestTenant
beforeAll(async () => {
  testTenant = await startTestTenant({ siteOrigin: SITE })
})
afterAll(() => testTenant.close())

const form = 'application/x-www-form-urlencoded'

describe('bad input', () => {
  const bodies: [string, string, string][] = [
    ['no form', 'text/plain', 'email'],
    ['JSON', 'application/json', '{"email":"a@b.example"}'],
    ['a multipart form without its boundary', 'multipart/form-data', 'email'],
    [
      'a multipart form that breaks off',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="email"',
    ],
  ]

  it.each(bodies)('is a plain page, never a failure: %s', async (_what, type, body) => {
    const { visitor } = await testTenant.sandbox()
    const response = await visitor.request('/log-in/email', {
      method: 'POST',
      body,
      headers: { 'content-type': type },
    })
    expect([400, 422]).toContain(response.status)
    expect(await response.text()).toContain('</html>')
  })

  it('holds files, lists, prototypes and bad escapes to be empty or wrong', async () => {
    const { visitor } = await testTenant.sandbox()
    const file = new FormData()
    file.set('email', new File(['x'], 'x.txt'))
    for (const body of [file, 'email=%E0%A4%A', 'email=a&email=b', '__proto__=x', 'email=%00', '&&&=&']) {
      const headers: Record<string, string> = typeof body === 'string' ? { 'content-type': form } : {}
      const response = await visitor.request('/log-in/email', { method: 'POST', body, headers })
      expect(response.status).toBe(422)
    }
  })

  it('is refused when it is too long', async () => {
    const { visitor } = await testTenant.sandbox()
    const seen = await visitor.post('/log-in/email', { email: 'x'.repeat(70_000) })
    expect(seen).toMatchObject({ status: 413, screen: 'notice' })
  })

  it.each(['/nowhere', '/activate/button/', '/activate/other/token', '//evil.example', '/..%2f..%2fcontrol'])(
    'says of %s that there is no such page',
    async (path) => {
      const { visitor } = await testTenant.sandbox()
      expect(await visitor.open(path)).toMatchObject({ status: 404, screen: 'notice' })
    },
  )

  it('unknown cookies lead to the way in', async () => {
    const { visitor } = await testTenant.sandbox()
    for (const value of ['x', '%', 'a'.repeat(4000), '%00']) {
      visitor.cookies.set('__Secure-doorstep-tenant', value)
      visitor.cookies.set('__Secure-doorstep-link', value)
      expect((await visitor.open('/dashboard')).screen).toBe('login-page')
      expect((await visitor.open('/activate')).screen).toBe('invalid-link')
    }
  })
})
