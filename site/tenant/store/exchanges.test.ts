import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Exchange } from '../exchange.ts'
import { startTestTenant, type TestTenant } from '../testing/start-test-tenant.ts'
import { addExchange, exchangesFrom } from './exchanges.ts'

let testTenant: TestTenant
beforeAll(async () => {
  testTenant = await startTestTenant()
})
afterAll(() => testTenant.close())

it('keeps what was sent whole and sealed, under the numbers of the events', async () => {
  const { visitor, id } = await testTenant.sandbox({ given: 'activated' })
  await visitor.open('/log-in/email')
  await visitor.post('/log-in/email', { email: 'a-person@elsewhere.example' })
  const { db } = testTenant.store
  const events = await db.selectFrom('events').select(['n', 'body']).where('sandbox_id', '=', id).execute()
  const requests = events.filter(({ body }) => body.includes('"kind":"request"')).map(({ n }) => Number(n))
  const exchanges = await exchangesFrom(testTenant.store, id, 1)
  expect(exchanges.map(({ n }) => n)).toEqual(requests)
  const sent = exchanges.find(({ request }) => request.method === 'POST')
  expect(sent?.request.body?.text).toContain('a-person%40elsewhere.example')
  expect(sent?.response.status).toBe(303)
  expect(exchanges[0]?.response.body?.text).toMatch(/^<!doctype html>/i)
  const rows = await db.selectFrom('exchanges').select('sealed').where('sandbox_id', '=', id).execute()
  expect(rows.some(({ sealed }) => sealed.includes('elsewhere'))).toBe(false)
})

it('keeps the newest of a sandbox', async () => {
  const { id } = await testTenant.sandbox({ given: 'activated' })
  const exchange: Exchange = {
    ...{ by: 'browser', at: 'product', time: 0, ms: 0 },
    request: { method: 'GET', url: 'http://localhost/', headers: [] },
    response: { status: 200, headers: [] },
  }
  for (let n = 1; n <= 470; n++) await addExchange(testTenant.store, id, n, exchange)
  const kept = await exchangesFrom(testTenant.store, id, 1, 1_000)
  expect(kept.at(-1)?.n).toBe(470)
  expect(kept.length).toBeLessThanOrEqual(450)
  expect(kept.length).toBeGreaterThanOrEqual(400)
})
