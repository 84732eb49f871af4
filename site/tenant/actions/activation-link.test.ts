import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY, HOUR, startTestTenant, type TestTenant } from '../testing/start-test-tenant.ts'

const GOOD = 'river otter lamp'
const BUTTON = 'Activate my Netwrix account'

let testTenant: TestTenant
beforeAll(async () => {
  testTenant = await startTestTenant()
})
afterAll(() => testTenant.close())

const set = (password: string, again = password) => ({ password, again })

describe('the life of a link', () => {
  it('is two days, also for a form that was opened in time', async () => {
    const { control, visitor } = await testTenant.sandbox()
    const href = await control.link(BUTTON)
    await visitor.open(href)
    await control.advance(2 * DAY - 1000)
    expect((await visitor.open(href)).screen).toBe('change-your-password')
    await control.advance(1000)
    expect(await visitor.post('/activate', set(GOOD))).toMatchObject({ screen: 'link-expired', status: 410 })
    expect((await visitor.open(href)).screen).toBe('link-expired')
  })

  it('an expired link mails a new one, and the old one stops working', async () => {
    const { control, visitor } = await testTenant.sandbox({ given: 'link-expired' })
    const old = await control.link(BUTTON)
    expect((await visitor.open(old)).screen).toBe('link-expired')
    expect((await visitor.post('/activate/new-link')).screen).toBe('new-link-sent')
    expect((await visitor.open(old)).screen).toBe('invalid-link')
    expect((await visitor.open(await control.link(BUTTON, 2))).screen).toBe('change-your-password')
    expect((await visitor.post('/activate', set(GOOD))).screen).toBe('account-activated')
  })

  it('asking while the link is good, or without a link, mails nothing', async () => {
    const { control, visitor } = await testTenant.sandbox()
    expect((await visitor.post('/activate/new-link')).screen).toBe('invalid-link')
    await visitor.open(await control.link(BUTTON))
    expect((await visitor.post('/activate/new-link')).screen).toBe('change-your-password')
    expect(await control.mails()).toHaveLength(1)
  })

  it('refuses to flood the mailbox', async () => {
    const { control, visitor } = await testTenant.sandbox()
    for (let n = 1; n <= 5; n++) {
      await control.call('/arrange', { method: 'POST', body: JSON.stringify({ given: 'invited' }) })
    }
    await control.advance(2 * DAY)
    await visitor.open(await control.link(BUTTON, 6))
    const asked = visitor.copy()
    expect((await visitor.post('/activate/new-link')).screen).toBe('new-link-sent')
    expect((await asked.post('/activate/new-link')).screen).toBe('invalid-link')
    await control.advance(HOUR)
    expect(await control.mails()).toHaveLength(7)
  })
})

describe('what does not spend a link', () => {
  it('HEAD and GET, as mail scanners send them', async () => {
    const { acts, control, visitor } = await testTenant.sandbox()
    const href = await control.link(BUTTON)
    await visitor.copy().request(href, { method: 'HEAD' })
    await visitor.copy().open(href)
    expect((await visitor.open(href)).screen).toBe('change-your-password')
    expect(await acts()).toHaveLength(2)
  })

  it('a changed or foreign token', async () => {
    const { control, visitor } = await testTenant.sandbox()
    const other = await testTenant.sandbox()
    const href = await control.link(BUTTON)
    const token = href.split('/').at(-1) ?? ''
    const flipped = `${token.slice(0, -2)}${token.at(-2) === 'A' ? 'B' : 'A'}${token.at(-1)}`
    expect((await visitor.open(`/activate/button/${flipped}`)).screen).toBe('invalid-link')
    expect((await other.visitor.open(`/activate/button/${token}`)).screen).toBe('invalid-link')
    expect((await visitor.open('/activate/done')).screen).toBe('invalid-link')
    expect((await visitor.open(href)).screen).toBe('change-your-password')
  })
})
