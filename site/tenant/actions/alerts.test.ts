import { parse } from 'node-html-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signedIn } from '../testing/signed-in.ts'
import { startTestTenant, type TestTenant } from '../testing/start-test-tenant.ts'

let testTenant: TestTenant
beforeAll(async () => {
  testTenant = await startTestTenant()
})
afterAll(() => testTenant.close())

const ALERTS = '/configuration/alerts'
const handle = { alert: 'deleted-files', do: 'handle' }
const levels = (html: string) =>
  parse(html)
    .querySelectorAll('.alerts .level')
    .map((each) => each.text)
const buttons = (html: string) =>
  parse(html)
    .querySelectorAll('.alerts button')
    .map((each) => each.text)

describe('the documented rights', () => {
  it.each(['administrator', 'editor'] as const)('let an %s deal with what was found', async (role) => {
    const { visitor, email } = await signedIn(testTenant, role)
    const seen = await visitor.post(ALERTS, handle)
    expect(seen).toMatchObject({ status: 200, screen: 'alerts' })
    expect(levels(seen.html)).toEqual(['high', 'handled', 'low'])
    expect(buttons(seen.html)).toEqual(['Mark as handled', 'Open again', 'Mark as handled'])
    expect(seen.html).toContain(`by ${email}`)
    const dashboard = await visitor.open('/dashboard')
    expect(levels(dashboard.html)).toEqual(['high', 'handled', 'low'])
    expect(
      parse(dashboard.html)
        .querySelectorAll('.figures strong')
        .map((each) => each.text),
    ).toContain('2')
    expect(levels((await visitor.post(ALERTS, { ...handle, do: 'open' })).html)).toEqual([
      'high',
      'medium',
      'low',
    ])
  })

  it('let a Viewer read only, whatever the browser sends', async () => {
    const { visitor } = await signedIn(testTenant, 'viewer')
    const page = await visitor.open(ALERTS)
    expect(levels(page.html)).toEqual(['high', 'medium', 'low'])
    expect(buttons(page.html)).toEqual([])
    const seen = await visitor.post(ALERTS, handle)
    expect(seen).toMatchObject({ status: 403, screen: 'alerts' })
    expect(seen.says).toContain('reads only')
    expect(levels((await visitor.open(ALERTS)).html)).toEqual(['high', 'medium', 'low'])
  })

  it('are asked for again in each tenant, and written down', async () => {
    const { visitor } = await signedIn(testTenant)
    const other = await signedIn(testTenant)
    await Promise.all([visitor.post(ALERTS, handle), visitor.post(ALERTS, handle)])
    expect(levels((await other.visitor.open(ALERTS)).html)).toEqual(['high', 'medium', 'low'])
    expect((await visitor.post(ALERTS, { alert: 'nothing', do: 'handle' })).status).toBe(200)
    const { html } = await visitor.open('/configuration/audit-logs')
    expect(html.match(/Alert handled/g)).toHaveLength(1)
  })
})
