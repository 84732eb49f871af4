import { parse } from 'node-html-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeAt } from '../../../machines/devices/authenticator-app.ts'
import { scan, secretOf, wrong } from '../testing/authenticator-app.ts'
import { startTestTenant, type TestTenant } from '../testing/start-test-tenant.ts'

let testTenant: TestTenant
beforeAll(async () => {
  testTenant = await startTestTenant()
})
afterAll(() => testTenant.close())

const sentCode = (symbol: string, screen = 'secure-your-account') =>
  `secure-your-account · Continue (Enter one time code: ${symbol}) → ${screen}`

describe('enrolling an authenticator app', () => {
  const begin = async () => {
    const made = await testTenant.sandbox({ given: 'activated' })
    await made.visitor.passPassword(made.email, made.password ?? '')
    const seen = await made.visitor.post('/log-in/method', { method: 'authenticator-app' })
    return { ...made, seen }
  }

  it('shows issuer, account and 160 bits, and the key as text when asked', async () => {
    const { seen, email, visitor } = await begin()
    const uri = scan(seen.html)
    expect(decodeURIComponent(uri.pathname)).toBe(`/Netwrix 1Secure:${email}`)
    expect(uri.searchParams.get('issuer')).toBe('Netwrix 1Secure')
    expect(secretOf(seen.html)).toHaveLength(32)
    const helped = await visitor.post('/log-in/app/trouble')
    expect(helped.says).toContain('key')
    expect(parse(helped.html).querySelector('code')?.text.replaceAll(' ', '')).toBe(secretOf(seen.html))
  })

  it('lets in with the right code only, and the secret is new each time', async () => {
    const { acts, seen, visitor, email, now } = await begin()
    const first = secretOf(seen.html)
    expect((await visitor.post('/log-in/app', { code: '' })).says).toContain('code')
    expect((await visitor.post('/log-in/app', { code: wrong(codeAt(first, now)) })).says).toContain('code')
    expect((await visitor.post('/log-in/app/another')).screen).toBe('keep-your-account-safe')
    const again = await visitor.post('/log-in/method', { method: 'authenticator-app' })
    const second = secretOf(again.html)
    expect(second).not.toBe(first)
    expect(await visitor.session()).toBeUndefined()
    const old = visitor.copy()
    const code = codeAt(second, now)
    const shown = await visitor.post('/log-in/app', { code: `${code.slice(0, 3)} ${code.slice(3)}` })
    expect(shown.screen).toBe('dashboard')
    expect(await visitor.session()).toBe(email)
    expect(await old.session()).toBeUndefined()
    expect(await acts()).toEqual([
      'email-address · Continue (Email address: registered) → enter-your-password',
      'enter-your-password · Continue (Password: right) → keep-your-account-safe',
      'keep-your-account-safe · Google Authenticator or Similar → secure-your-account',
      `${sentCode('empty')} “Enter the code that the app shows”`,
      `${sentCode('wrong')} “That code is wrong. Enter the current one”`,
      'secure-your-account · Try another method → keep-your-account-safe',
      'keep-your-account-safe · Google Authenticator or Similar → secure-your-account',
      sentCode('right', 'dashboard'),
    ])
  })

  it('counts the first code as used', async () => {
    const { seen, visitor, email, password = '', now } = await begin()
    const code = codeAt(secretOf(seen.html), now)
    await visitor.post('/log-in/app', { code })
    expect((await visitor.post('/log-out')).screen).toBe('login-page')
    await visitor.passPassword(email, password)
    expect((await visitor.post('/log-in/verify', { code })).says).toContain('used before')
  })
})
