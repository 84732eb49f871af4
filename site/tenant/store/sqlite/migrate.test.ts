import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Kysely, SqliteDialect, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrate } from '../migrate.ts'
import { migrations } from '../migrations/index.ts'
import { type Database, openStore } from '../open-store.ts'
import { openNodeSqlite } from './node-sqlite.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doorstep-'))
})
afterEach(() => rm(folder, { recursive: true }))

const first = Object.fromEntries(Object.entries(migrations).slice(0, 1))

/** The store's file as it is without `openStore`. */
const bare = () =>
  new Kysely<unknown>({
    dialect: new SqliteDialect({ database: openNodeSqlite(join(folder, 'doorstep.sqlite')) }),
  })

const typed = (db: Kysely<unknown>) => db as unknown as Database

const sandbox = { id: 's1', key_hash: '', tenant_name: 'Kept', clock_offset: 0, created_at: 0, used_at: 0 }

/** The shape of every table. */
const shapeOf = async (db: Database) =>
  (await db.introspection.getTables()).map(({ name, columns }) => [
    name,
    columns.map((column) => column.name),
  ])

describe('a data folder', () => {
  it('of the first migration is opened, keeps working, and has the tables of a new one', async () => {
    const old = bare()
    await migrate(old, { migrations: first })
    await typed(old).insertInto('sandboxes').values(sandbox).execute()
    await old.destroy()

    const { db, close } = await openStore({ folder })
    expect(await db.selectFrom('sandboxes').select('tenant_name').execute()).toEqual([
      { tenant_name: 'Kept' },
    ])
    const fresh = await openStore({ folder: ':memory:' })
    expect((await shapeOf(db)).sort()).toEqual((await shapeOf(fresh.db)).sort())
    await close()
    await fresh.close()
  })

  it('from before migrations is kept where it has just the first one’s tables', async () => {
    const old = bare()
    await migrate(old, { migrations: first })
    await typed(old).insertInto('sandboxes').values(sandbox).execute()
    await sql`drop table kysely_migration`.execute(old)
    await old.destroy()

    const { db, close } = await openStore({ folder })
    expect(await db.selectFrom('sandboxes').select('id').execute()).toEqual([{ id: 's1' }])
    await close()
  })

  it('from before migrations begins again if its tables differ', async () => {
    const old = bare()
    await sql`create table sandboxes (id text primary key, label text)`.execute(old)
    await sql`create table accounts (id text primary key, box text references sandboxes(id))`.execute(old)
    await sql`create table links (account text references accounts(id) on delete cascade)`.execute(old)
    await sql`insert into sandboxes values ('s0', 'old')`.execute(old)
    await sql`insert into accounts values ('a0', 's0')`.execute(old)
    await sql`insert into links values ('a0')`.execute(old)
    await old.destroy()

    const { db, close } = await openStore({ folder })
    await db.insertInto('sandboxes').values(sandbox).execute()
    expect(await db.selectFrom('sandboxes').select('id').execute()).toEqual([{ id: 's1' }])
    expect((await db.introspection.getTables()).map(({ name }) => name)).not.toContain('links')
    await close()
  })

  it('of a newer version is refused in one sentence, and stays as it is', async () => {
    await (await openStore({ folder })).close()
    const newer = bare()
    await migrate(newer, { migrations: { ...migrations, '9999-later': { up: async () => {} } } })
    await newer.destroy()
    await expect(openStore({ folder })).rejects.toMatchObject({
      code: 'ENEWER',
      message: expect.stringMatching(/9999-later.*newer version.*another folder/),
    })
  })

  it('is as it was when a migration fails half-way', async () => {
    const old = bare()
    await migrate(old, { migrations: first })
    const failing = {
      ...first,
      '9999-broken': {
        async up(db: Kysely<unknown>) {
          await db.schema.createTable('half').addColumn('id', 'text').execute()
          throw new Error('it fails')
        },
      },
    }
    await expect(migrate(old, { migrations: failing })).rejects.toThrow('it fails')
    expect((await old.introspection.getTables()).map(({ name }) => name)).not.toContain('half')
    await old.destroy()
    await (await openStore({ folder })).close()
  })

  it('is opened by several processes at once', async () => {
    const open = `import { openStore } from ${JSON.stringify(new URL('../open-store.ts', import.meta.url).href)}
      await (await openStore({ folder: ${JSON.stringify(folder)} })).close()`
    const node = promisify(execFile)
    await Promise.all([1, 2, 3].map(() => node(process.execPath, ['--input-type=module', '--eval', open])))
    const { db, close } = await openStore({ folder })
    const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(migrations))
    await close()
  })
})
