import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeAt } from '../../../machines/devices/authenticator-app.ts'
import { HOUR, startTestTenant, type TestTenant } from '../testing/start-test-tenant.ts'

let testTenant: TestTenant
beforeAll(async () => {
  testTenant = await startTestTenant()
})
afterAll(() => testTenant.close())

describe('the session after it', () => {
  const signIn = async () => {
    const {
      password = '',
      totpSecret = '',
      ...made
    } = await testTenant.sandbox({ given: 'authenticator-app' })
    await made.visitor.passPassword(made.email, password)
    await made.visitor.post('/log-in/verify', { code: codeAt(totpSecret, made.now) })
    return made
  }

  it('is dead after logging out', async () => {
    const { visitor } = await signIn()
    const stolen = visitor.copy()
    expect((await visitor.open('/log-in')).screen).toBe('dashboard')
    await visitor.post('/log-out')
    expect(await stolen.session()).toBeUndefined()
    expect((await stolen.open('/dashboard')).screen).toBe('login-page')
  })

  it('ends after an idle hour, and after twelve in all', async () => {
    const idle = await signIn()
    await idle.control.advance(HOUR)
    expect(await idle.visitor.session()).toBeUndefined()
    const busy = await signIn()
    for (let half = 1; half < 24; half++) {
      await busy.control.advance(HOUR / 2)
      expect(await busy.visitor.session()).toBe(busy.email)
    }
    await busy.control.advance(HOUR / 2)
    expect(await busy.visitor.session()).toBeUndefined()
  })
})
