import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openTestStore } from '../../testing/open-test-store.ts'
import { sandboxRow } from '../../testing/rows.ts'
import type { Database, Store } from '../open-store.ts'
import { addSandbox } from '../sandboxes.ts'
import { together } from '../together.ts'

let store: Store
let db: Database
beforeAll(async () => {
  store = await openTestStore()
  db = store.db
  for (const id of ['s1', 's2']) await addSandbox(db, sandboxRow(id))
  // A sequence goes on, whatever becomes of the transaction.
  await sql`create sequence tries`.execute(db)
  await sql`
    create function clash(times integer, code text) returns integer language plpgsql as $$
    declare nth integer := nextval('tries');
    begin
      if nth <= times then raise exception 'clash' using errcode = code; end if;
      return nth;
    end $$`.execute(db)
})
beforeEach(async () => {
  await sql`alter sequence tries restart`.execute(db)
})
afterAll(() => store.close())

const clash = async (on: Database, times: number, code: string) =>
  (await sql<{ nth: number }>`select clash(${times}, ${code}) as nth`.execute(on)).rows[0]?.nth

it.each(['40P01', '40001'])('a statement that PostgreSQL takes back with %s is done again', async (code) => {
  expect(await clash(db, 3, code)).toBe(4)
})

it('a transaction is done again as a whole', async () => {
  let begun = 0
  const nth = await together(db, 's1', async (all) => {
    begun += 1
    await all
      .updateTable('sandboxes')
      .set({ tenant_name: `${begun}` })
      .where('id', '=', 's1')
      .execute()
    return clash(all, 2, '40P01')
  })
  expect([begun, nth]).toEqual([3, 3])
  const { tenant_name } = await db
    .selectFrom('sandboxes')
    .select('tenant_name')
    .where('id', '=', 's1')
    .executeTakeFirstOrThrow()
  expect(tenant_name).toBe('3')
})

it('not for ever', async () => {
  await expect(clash(db, 99, '40P01')).rejects.toMatchObject({ code: '40P01' })
  await expect(together(db, 's1', (all) => clash(all, 99, '40001'))).rejects.toMatchObject({ code: '40001' })
})

it('other errors are not tried again', async () => {
  await expect(clash(db, 1, '22012')).rejects.toMatchObject({ code: '22012' })
})

it('two transactions that wait for each other in a circle both get through', async () => {
  const touch = (all: Database, id: string) =>
    all.updateTable('sandboxes').set({ used_at: 1 }).where('id', '=', id).execute()
  let isFirst = true
  const cross = (own: string, other: string) =>
    together(db, own, async (all) => {
      await touch(all, own)
      // Both hold their own before either asks for the other's.
      if (isFirst) await new Promise((resolve) => setTimeout(resolve, 200))
      await touch(all, other)
      isFirst = false
    })
  await Promise.all([cross('s1', 's2'), cross('s2', 's1')])
})

it('transactions of one sandbox come one after the other, those of two side by side', async () => {
  const log: string[] = []
  const work = (sandbox: string, name: string, ms: number) =>
    together(db, sandbox, async () => {
      log.push(`${name} begins`)
      await new Promise((resolve) => setTimeout(resolve, ms))
      log.push(`${name} ends`)
    })
  await Promise.all([work('s1', 'one', 600), work('s2', 'other', 300)])
  expect(log.slice(0, 2).toSorted()).toEqual(['one begins', 'other begins'])
  log.length = 0
  await Promise.all([work('s1', 'a', 100), work('s1', 'b', 100)])
  expect([0, 2].map((at) => [log[at]?.[0], log[at + 1]])).toEqual([
    [log[1]?.[0], `${log[1]?.[0]} ends`],
    [log[3]?.[0], `${log[3]?.[0]} ends`],
  ])
})
