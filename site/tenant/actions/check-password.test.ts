import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rules } from '../rules/index.ts'
import { ofAnybody } from '../testing/of-anybody.ts'
import { MINUTE, startTestTenant, type TestTenant } from '../testing/start-test-tenant.ts'
import type { Visitor } from '../testing/visitor.ts'

let testTenant: TestTenant
beforeAll(async () => {
  testTenant = await startTestTenant()
})
afterAll(() => testTenant.close())

const BLOCKED = 'Logging in is blocked after too many wrong passwords. Try again in half an hour'
const sent = (symbol: string) => `enter-your-password · Continue (Password: ${symbol}) → enter-your-password`

const activated = async () => {
  const { password = '', ...rest } = await testTenant.sandbox({ given: 'activated' })
  return { password, ...rest }
}

const isOut = async (visitor: Visitor) => {
  expect(await visitor.session()).toBeUndefined()
  expect((await visitor.open('/dashboard')).screen).not.toBe('dashboard')
}

describe('the password', () => {
  it('is required, and a wrong one is refused', async () => {
    const { visitor, email, password } = await activated()
    await visitor.post('/log-in/email', { email })
    expect((await visitor.post('/log-in/password', { password: '' })).says).toContain('Password is required')
    expect((await visitor.post('/log-in/password', { password: `${password}x` })).says).toContain(
      'Wrong email or password',
    )
    await isOut(visitor)
  })

  it('looks the same for an address that nobody registered, up to the block', async () => {
    const { visitor, email } = await activated()
    const [known, unknown] = [visitor.copy(), visitor.copy()]
    const nobody = email.replace('new.', 'old.')
    const pages = async (who: Visitor, address: string) => [
      await who.post('/log-in/email', { email: address }),
      ...(await tries(who, 11)),
    ]
    const [a, b] = [await pages(known, email), await pages(unknown, nobody)]
    expect(b.map(({ status, html }) => [status, ofAnybody(html, nobody)])).toEqual(
      a.map(({ status, html }) => [status, ofAnybody(html, email)]),
    )
  })

  it('hashes twice for every refusal, so that the time tells nothing', async () => {
    let hashed = 0
    const verifyPassword: typeof rules.verifyPassword = (compared) => {
      hashed++
      return rules.verifyPassword(compared)
    }
    const counting = await startTestTenant({ rules: { ...rules, verifyPassword } })
    const { visitor, email, password = '' } = await counting.sandbox({ given: 'activated' })
    const costs = async (address: string, entered: string) => {
      hashed = 0
      await visitor.copy().passPassword(address, entered)
      return hashed
    }
    const refused = [await costs(email, `${password}x`), await costs(`no.${email}`, password)]
    expect(await costs(email, password)).toBe(1)
    for (let n = 0; n < 10; n++) await costs(email, 'wrong')
    refused.push(await costs(email, password), await costs(email, 'wrong'))
    expect(refused).toEqual([2, 2, 2, 2])
    await counting.close()
  })

  it('blocks after ten wrong ones in a row, and opens again after half an hour', async () => {
    const { acts, control, visitor, email, password } = await activated()
    await visitor.post('/log-in/email', { email })
    const seen = await tries(visitor, 10)
    expect(seen.map(({ says }) => says.includes('blocked'))).toEqual([...Array(9).fill(false), true])
    const again = await visitor.copy().passPassword(email, password)
    expect(again).toMatchObject({ status: 429, screen: 'enter-your-password' })
    expect(again.says).toContain('blocked')
    await isOut(visitor)
    expect((await acts()).slice(-5)).toEqual([
      `${sent('wrong')} “Wrong email or password”`,
      `${sent('wrong')} “${BLOCKED}”`,
      'email-address · Continue (Email address: registered) → enter-your-password',
      `${sent('right')} “${BLOCKED}”`,
      'visit dashboard → login-page',
    ])
    await control.advance(30 * MINUTE)
    expect((await visitor.passPassword(email, password)).screen).toBe('keep-your-account-safe')
  })

  it('counts attempts that come at once, and a right one clears the count', async () => {
    const { visitor, email, password } = await activated()
    await visitor.post('/log-in/email', { email })
    await tries(visitor, 9)
    await visitor.passPassword(email, password)
    await visitor.post('/log-in/email', { email })
    const seen = await Promise.all(
      Array.from({ length: 14 }, () => visitor.copy().post('/log-in/password', { password: 'no' })),
    )
    expect(seen.filter(({ says }) => says.includes('Wrong email'))).toHaveLength(9)
    expect(seen.filter(({ says }) => says.includes('blocked'))).toHaveLength(5)
  })
})

async function tries(visitor: Visitor, times: number) {
  const seen = []
  for (let n = 0; n < times; n++)
    seen.push(await visitor.post('/log-in/password', { password: 'not this one' }))
  return seen
}
