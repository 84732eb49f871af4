import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HOUR, startTestTenant, type TestTenant } from '../testing/start-test-tenant.ts'
import type { Visitor } from '../testing/visitor.ts'

let testTenant: TestTenant
beforeAll(async () => {
  testTenant = await startTestTenant()
})
afterAll(() => testTenant.close())

const activated = async () => {
  const { password = '', ...rest } = await testTenant.sandbox({ given: 'activated' })
  return { password, ...rest }
}

const isOut = async (visitor: Visitor) => {
  expect(await visitor.session()).toBeUndefined()
  expect((await visitor.open('/dashboard')).screen).not.toBe('dashboard')
}

describe('the way in', () => {
  it('leads from the tenant link to the password', async () => {
    const { acts, control, visitor, email } = await activated()
    expect((await visitor.open(await control.link('Netwrix 1Secure tenant link'))).screen).toBe('login-page')
    expect((await visitor.post('/log-in')).screen).toBe('email-address')
    expect((await visitor.post('/log-in/email', { email: email.toUpperCase() })).screen).toBe(
      'enter-your-password',
    )
    expect(await acts()).toEqual([
      'follow Netwrix 1Secure tenant link (newest) → login-page',
      'login-page · Log In → email-address',
      'email-address · Continue (Email address: registered) → enter-your-password',
    ])
  })

  it.each(['', '/'])('tells the bare address "%s" from the mail’s tenant link', async (path) => {
    const { acts, visitor } = await activated()
    expect((await visitor.open(path)).screen).toBe('login-page')
    expect(await acts()).toEqual(['visit login-page → login-page'])
  })

  it.each([
    ['', 'empty', 'Please enter an email address'],
    ['no address', 'unknown', 'Please enter an email address like name@example.com'],
  ])('refuses the address "%s", which is %s, and keeps what was typed', async (email, symbol, message) => {
    const { acts, visitor } = await activated()
    const seen = await visitor.post('/log-in/email', { email })
    expect(seen).toMatchObject({ status: 422, screen: 'email-address', says: message })
    expect(seen.html).toContain(`value="${email}"`)
    expect(await acts()).toEqual([
      `email-address · Continue (Email address: ${symbol}) → email-address “${message}”`,
    ])
  })

  it('goes back to the address, which is kept', async () => {
    const { visitor, email } = await activated()
    await visitor.post('/log-in/email', { email })
    const seen = await visitor.open('/open/edit-email')
    expect(seen.screen).toBe('email-address')
    expect(seen.html).toContain(`value="${email}"`)
  })

  it('sends a visitor who jumps ahead back to their stage', async () => {
    const { visitor, email, password } = await activated()
    expect((await visitor.open('/dashboard')).screen).toBe('login-page')
    expect((await visitor.post('/log-in/password', { password })).screen).toBe('login-page')
    await visitor.post('/log-in/email', { email })
    expect((await visitor.open('/log-in/method')).screen).toBe('enter-your-password')
    expect((await visitor.post('/log-in/method', { method: 'authenticator-app' })).screen).toBe(
      'enter-your-password',
    )
    await visitor.post('/log-in/password', { password })
    expect((await visitor.open('/dashboard')).screen).toBe('keep-your-account-safe')
    expect((await visitor.post('/log-in/app', { code: '123456' })).screen).toBe('keep-your-account-safe')
    await isOut(visitor)
  })
})

describe('the session', () => {
  it('has a new id at each step, and the old one stops working', async () => {
    const { visitor, email, password } = await activated()
    await visitor.post('/log-in/email', { email })
    const before = visitor.copy()
    await visitor.post('/log-in/password', { password })
    expect([...visitor.cookies.values()]).not.toEqual([...before.cookies.values()])
    expect((await before.open('/log-in/method')).screen).toBe('login-page')
  })

  it('forgets a half-way login after an hour, and when it is left', async () => {
    const { control, visitor, email, password } = await activated()
    await visitor.passPassword(email, password)
    const left = visitor.copy()
    expect((await visitor.post('/log-in/back')).screen).toBe('email-address')
    expect((await left.open('/log-in/method')).screen).toBe('login-page')
    await visitor.passPassword(email, password)
    await control.advance(HOUR)
    expect((await visitor.open('/log-in/method')).screen).toBe('login-page')
  })
})
