import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestTenant, type TestTenant } from '../testing/start-test-tenant.ts'

let testTenant: TestTenant
beforeAll(async () => {
  testTenant = await startTestTenant()
})
afterAll(() => testTenant.close())

describe('the event stream', () => {
  it('tells what happened already and what happens then', async () => {
    const { control, visitor, email, id } = await testTenant.sandbox()
    const ten = control.events((events) => events.length >= 4)
    await visitor.open('')
    const events = await ten
    expect(events.slice(0, 4)).toEqual([
      { n: 1, kind: 'mail', id: 1, to: email, subject: 'Welcome to Netwrix 1Secure' },
      {
        n: 2,
        kind: 'act',
        at: 'product',
        did: { what: 'visit', address: 'login-page' },
        shown: { screen: 'login-page' },
      },
      { n: 3, kind: 'request', method: 'GET', path: `/t/${id}`, status: 303, location: `/t/${id}/log-in` },
      { n: 4, kind: 'request', method: 'GET', path: `/t/${id}/log-in`, status: 200 },
    ])
  })

  it('continues after the last event that was seen', async () => {
    const { control, visitor } = await testTenant.sandbox()
    await visitor.open('/log-in')
    await visitor.open('/log-in/email')
    const first = (n: number) => (events: { n: number }[]) => events.length >= n
    expect((await control.events(first(1), { 'last-event-id': '2' })).map(({ n }) => n)).toEqual([3])
    expect((await control.events(first(2), {}, '?from=2')).map(({ n }) => n)).toEqual([2, 3])
  })

  it.each(['x', '-1', '1.5'])('refuses to go on after %s', async (id) => {
    const { control } = await testTenant.sandbox()
    expect((await control.call('/events', { headers: { 'last-event-id': id } })).status).toBe(400)
  })

  it('ends when the sandbox is deleted', async () => {
    const { control } = await testTenant.sandbox()
    const all = control.events(() => false)
    await control.events((events) => events.length >= 1)
    await control.call('', { method: 'DELETE' })
    expect((await all).map(({ kind }) => kind)).toEqual(['mail'])
  })

  it('holds no secrets', async () => {
    const { control, visitor, email } = await testTenant.sandbox()
    const href = await control.link('Activate my Netwrix account')
    await visitor.open(href)
    const password = 'river otter lamp'
    await visitor.post('/activate', { password, again: password })
    await visitor.passPassword(email, password)
    const secrets = [password, href.split('/').at(-1) ?? '', ...visitor.cookies.values()]
    const events = JSON.stringify(
      await control.events((all) =>
        all.some((event) => event.kind === 'act' && event.shown?.screen === 'keep-your-account-safe'),
      ),
    )
    for (const secret of secrets) expect(events).not.toContain(secret)
  })
})
