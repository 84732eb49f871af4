import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeAt } from '../../../machines/devices/authenticator-app.ts'
import { wrong } from '../testing/authenticator-app.ts'
import { MINUTE, startTestTenant, type TestTenant } from '../testing/start-test-tenant.ts'

let testTenant: TestTenant
beforeAll(async () => {
  testTenant = await startTestTenant()
})
afterAll(() => testTenant.close())

const BLOCKED = 'There were too many wrong codes. Try again in half an hour'
const sent = (symbol: string) => {
  const fields = `Enter one time code: ${symbol}, Remember this device for 30 days: empty`
  return `verify-your-identity · Continue (${fields}) → verify-your-identity`
}

describe('a later login', () => {
  const begin = async () => {
    const {
      password = '',
      totpSecret = '',
      usedCode = '',
      ...made
    } = await testTenant.sandbox({ given: 'authenticator-app' })
    expect((await made.visitor.passPassword(made.email, password)).screen).toBe('verify-your-identity')
    return { ...made, password, usedCode, codeAfter: (ms: number) => codeAt(totpSecret, made.now + ms) }
  }

  it('accepts at most one step of drift', async () => {
    for (const [steps, screen] of [
      [-2, 'verify-your-identity'],
      [2, 'verify-your-identity'],
      [1, 'dashboard'],
    ] as const) {
      const { visitor, codeAfter } = await begin()
      expect((await visitor.post('/log-in/verify', { code: codeAfter(steps * 30_000) })).screen).toBe(screen)
    }
  })

  it('takes a code once: of ten posts at the same time one gets in', async () => {
    const { visitor, email, password, codeAfter } = await begin()
    const code = codeAfter(0)
    const rivals = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const rival = visitor.copy()
        rival.cookies.clear()
        await rival.passPassword(email, password)
        return rival
      }),
    )
    const posts = rivals.map((rival) => rival.post('/log-in/verify', { code }))
    const screens = (await Promise.all(posts)).map(({ screen }) => screen)
    expect(screens.filter((screen) => screen === 'dashboard')).toHaveLength(1)
    const sessions = await Promise.all(rivals.map((rival) => rival.session()))
    expect(sessions.filter((session) => session === email)).toHaveLength(1)
  })

  it('refuses the used code in words', async () => {
    const { acts, visitor, usedCode } = await begin()
    const seen = await visitor.post('/log-in/verify', { code: usedCode })
    expect(seen).toMatchObject({ status: 422, screen: 'verify-your-identity' })
    expect(seen.says).toContain('code was used')
    expect((await acts()).at(-1)).toBe(`${sent('used')} “${seen.says}”`)
    expect(await visitor.session()).toBeUndefined()
  })

  it('blocks after ten wrong codes; a fresh login changes nothing, half an hour does', async () => {
    const { acts, control, visitor, email, password, codeAfter } = await begin()
    const seen = []
    for (let n = 0; n < 9; n++) seen.push(await visitor.post('/log-in/verify', { code: wrong(codeAfter(0)) }))
    expect(seen.every(({ says }) => says.includes('wrong'))).toBe(true)
    await visitor.passPassword(email, password)
    expect((await visitor.post('/log-in/verify', { code: wrong(codeAfter(0)) })).says).toContain('too many')
    const blocked = await visitor.post('/log-in/verify', { code: codeAfter(0) })
    expect(blocked).toMatchObject({ status: 429, screen: 'verify-your-identity' })
    expect(blocked.says).toContain('too many')
    expect(await visitor.session()).toBeUndefined()
    expect((await acts()).slice(-2)).toEqual([
      `${sent('wrong')} “${BLOCKED}”`,
      `${sent('right')} “${BLOCKED}”`,
    ])
    await control.advance(30 * MINUTE)
    expect((await visitor.post('/log-in/verify', { code: codeAfter(30 * MINUTE) })).screen).toBe('dashboard')
  })

  it('says so when there is no other method', async () => {
    const { visitor } = await begin()
    const seen = await visitor.post('/log-in/verify/another')
    expect(seen.screen).toBe('verify-your-identity')
    expect(seen.says).toContain('No other method')
  })
})
