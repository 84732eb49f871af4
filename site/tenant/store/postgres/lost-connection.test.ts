import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { followStream } from '../../testing/follow-stream.ts'
import { makeSchema, testDatabase, withPostgres } from '../../testing/open-test-store.ts'
import { Relay } from '../../testing/relay.ts'
import { startTestTenant, type TestTenant } from '../../testing/start-test-tenant.ts'
import { until } from '../../testing/until.ts'
import { openStore } from '../open-store.ts'

const database = testDatabase ?? ''
const relay = new Relay(database)
let schema: Awaited<ReturnType<typeof makeSchema>>
let testTenant: TestTenant
/** What is done before the next statement. */
let before: ((sql: string) => Promise<void>) | undefined

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  schema = await makeSchema(database)
  await relay.open()
  const url = new URL(relay.through(schema.url))
  url.searchParams.set('application_name', schema.name)
  const store = await openStore({
    folder: ':memory:',
    databaseUrl: url.href.replaceAll('+', '%20'),
    async around(query, run) {
      await before?.(query.sql)
      return run(query)
    },
  })
  testTenant = await startTestTenant({ store })
})
afterEach(() => {
  before = undefined
})
afterAll(async () => {
  await testTenant.close()
  await relay.close()
  await schema.drop()
  vi.restoreAllMocks()
})

/** Ends every connection of the tenant, and answers how many there were. */
const terminate = () =>
  withPostgres(database, async (client) => {
    const { rows } = await client.query<{ pid: number }>(
      'select pid, pg_terminate_backend(pid) from pg_stat_activity where application_name = $1',
      [schema.name],
    )
    const pids = [rows.map(({ pid }) => pid)]
    await until('they are gone', async () => {
      const left = await client.query('select 1 from pg_stat_activity where pid = any($1)', pids)
      return left.rowCount === 0
    })
    return rows.length
  })

describe('without a connection to PostgreSQL', { timeout: 60_000 }, () => {
  it('the product and the control API say so and when to come back, and go on by themselves when it is back', async () => {
    const made = await testTenant.sandbox({ given: 'activated' })
    const { seen, numbers, stop } = await followStream(await made.control.call('/events'))
    await until('the stream has begun', async () => seen.text.includes('"kind":"mail"'))
    await relay.close()

    const page = await fetch(`${made.url}/log-in`)
    expect(page.status).toBe(503)
    expect(page.headers.get('retry-after')).toBe('2')
    expect(page.headers.get('content-type')).toContain('text/html')
    expect(await page.text()).toContain('Our database can’t be reached just now. Try again in a moment.')
    const api = await made.control.call('/mails')
    expect(api.status).toBe(503)
    expect(api.headers.get('retry-after')).toBe('2')
    expect(await api.json()).toMatchObject({ error: { code: 'store-away' } })
    expect((await fetch(`${testTenant.url}/health`)).status).toBe(200)

    await relay.open()
    await made.visitor.passPassword(made.email, made.password ?? '')
    await until('the open stream tells what happened since', async () =>
      seen.text.includes('"press":"Continue"'),
    )
    expect(seen.isOver).toBe(false)
    expect(numbers()).toEqual(numbers().map((_, at) => at + 1))
    await stop()
  })

  it('a stream hears of what happens after its connection was ended', async () => {
    const made = await testTenant.sandbox({ given: 'activated' })
    const { seen, stop } = await followStream(await made.control.call('/events'))
    await until('the stream has begun', async () => seen.text.includes('"kind":"mail"'))
    expect(await terminate()).toBeGreaterThan(1)
    await until('requests are served again', async () => (await fetch(`${made.url}/log-in`)).status === 200)
    await until('the event arrives', async () => seen.text.includes('/log-in"'))
    await made.control.advance(1_234)
    await until('the event arrives at once', async () => seen.text.includes('"advanced":1234'))
    await stop()
  })

  it('answers are right or 503, whenever connections are ended', async () => {
    const made = await testTenant.sandbox({ given: 'activated' })
    const statuses = new Set<number>()
    for (let round = 0; round < 5; round++) {
      const asking = Array.from({ length: 10 }, () => fetch(`${made.url}/log-in`))
      await terminate()
      for (const { status } of await Promise.all(asking)) statuses.add(status)
    }
    expect([...statuses].filter((status) => status !== 200 && status !== 503)).toEqual([])
    await until('requests are served again', async () => (await fetch(`${made.url}/log-in`)).status === 200)
  })
})

describe('a connection that is ended in the middle of an action', () => {
  const PASSWORD = 'A long enough 1 for anybody'

  it('leaves all of it or nothing, at whatever statement', { timeout: 120_000 }, async () => {
    let done = false
    for (let at = 1; !done; at++) {
      const made = await testTenant.sandbox({ given: 'invited' })
      await made.visitor.open(await made.control.link('Activate my Netwrix account'))
      const token = made.visitor.copy()
      let nth = 0
      let isEnded = false
      before = async (sql) => {
        if (!/^(?:insert|update|delete|commit)\b/i.test(sql) || ++nth !== at) return
        isEnded = true
        await terminate()
      }
      const { status } = await token.post('/activate', { password: PASSWORD, again: PASSWORD })
      before = undefined
      const { db } = testTenant.store
      const look = async () => {
        const account = await db
          .selectFrom('accounts')
          .selectAll()
          .where('sandbox_id', '=', made.id)
          .executeTakeFirst()
        const used = await db
          .selectFrom('mailed_links')
          .select('used_at')
          .where('sandbox_id', '=', made.id)
          .where('used_at', 'is not', null)
          .execute()
        return [account?.password_hash !== null, account?.verified_at !== null, used.length > 0]
      }
      const left = await until('it is back', () => look().catch(() => undefined))
      expect(new Set(left).size, `${left} after statement ${at}`).toBe(1)
      // The statement may be one of the notice that is mailed meanwhile.
      expect(isEnded ? [200, 503] : [200], `after statement ${at}`).toContain(status)
      if (status === 200) expect(left).toEqual([true, true, true])
      done = !isEnded
    }
  })
})
