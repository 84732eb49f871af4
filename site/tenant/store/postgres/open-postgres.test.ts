import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Kysely, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeSchema, testDatabase } from '../../testing/open-test-store.ts'
import { accountRow, sandboxRow } from '../../testing/rows.ts'
import { accountsOfSandbox, findAccountByEmail } from '../accounts.ts'
import { migrate } from '../migrate.ts'
import { migrations } from '../migrations/index.ts'
import { type Database, openStore } from '../open-store.ts'
import { addSandbox, findSandbox } from '../sandboxes.ts'
import { addUser } from '../users.ts'
import { postgresDialect } from './dialect.ts'

let schema: Awaited<ReturnType<typeof makeSchema>>
let folder: string
beforeEach(async () => {
  schema = await makeSchema(testDatabase ?? '')
  folder = await mkdtemp(join(tmpdir(), 'doorstep-'))
})
afterEach(async () => {
  await schema.drop()
  await rm(folder, { recursive: true })
})

const open = (changes: { databaseUrl?: string; folder?: string } = {}) =>
  openStore({ folder, databaseUrl: schema.url, ...changes })

/** The schema as it is without `openStore`. */
const bare = () => new Kysely<unknown>({ dialect: postgresDialect(schema.url) })

const namesOf = async (db: Kysely<never> | Database) =>
  (await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)).rows.map(
    ({ name }) => name,
  )

describe('the tables in PostgreSQL', () => {
  it('of the first migration are brought to today’s, and keep their rows', async () => {
    const old = bare()
    await migrate(old, { migrations: Object.fromEntries(Object.entries(migrations).slice(0, 1)) })
    await addSandbox(old as unknown as Database, sandboxRow('s1'))
    await old.destroy()
    const { db, close } = await open()
    expect(await findSandbox(db, 's1')).toEqual(sandboxRow('s1'))
    expect(await namesOf(db)).toEqual(Object.keys(migrations))
    await close()
  })

  it('are made once by several processes that start at once', async () => {
    const module = JSON.stringify(new URL('../open-store.ts', import.meta.url).href)
    const script = `import { openStore } from ${module}
      await (await openStore({ folder: ${JSON.stringify(folder)}, databaseUrl: process.argv[1] })).close()`
    const node = promisify(execFile)
    const args = ['--input-type=module', '--eval', script, schema.url]
    await Promise.all([1, 2, 3].map(() => node(process.execPath, args)))
    const { db, close } = await open()
    expect(await namesOf(db)).toEqual(Object.keys(migrations))
    await close()
  })

  it('stay as they were when a migration fails half-way', async () => {
    const old = bare()
    const failing = {
      ...migrations,
      '9999-broken': {
        async up(db: Kysely<unknown>) {
          await db.schema.createTable('half').addColumn('id', 'text').execute()
          throw new Error('it fails')
        },
      },
    }
    await expect(migrate(old, { migrations: failing })).rejects.toThrow('it fails')
    const { rows } =
      await sql`select 1 from pg_tables where schemaname = ${schema.name} and tablename in ('half', 'events')`.execute(
        old,
      )
    expect(rows).toEqual([])
    await old.destroy()
    await (await open()).close()
  })

  it('are only those of the own schema: another one in the database is of no concern', async () => {
    const other = await makeSchema(testDatabase ?? '')
    await (await open({ databaseUrl: other.url })).close()
    const { db, close } = await open()
    expect(await namesOf(db)).toEqual(Object.keys(migrations))
    await close()
    await other.drop()
  })
})

describe('what can’t be used is refused, with what to do', () => {
  it('a newer version', async () => {
    await (await open()).close()
    const newer = bare()
    await migrate(newer, { migrations: { ...migrations, '9999-later': { up: async () => {} } } })
    await newer.destroy()
    await expect(open()).rejects.toMatchObject({
      code: 'ENEWER',
      message: expect.stringMatching(/9999-later.*Take the newer version/),
    })
  })

  it('somebody else’s tables', async () => {
    const other = bare()
    await sql`create table accounts (id text primary key)`.execute(other)
    await other.destroy()
    await expect(open()).rejects.toMatchObject({
      code: '42P07',
      message: expect.stringContaining('name an empty database in DATABASE_URL'),
    })
  })

  it.each([
    ['a server that isn’t there', (url: URL) => (url.port = '1'), /ECONNREFUSED.*Start PostgreSQL there/],
    ['a database that isn’t there', (url: URL) => (url.pathname = '/nowhere'), /Create the database/],
    [
      'a schema that isn’t there',
      (url: URL) => url.searchParams.set('options', '-csearch_path=nowhere'),
      /Create the schema that its search_path names/,
    ],
  ])('%s', async (_what, change, message) => {
    const url = new URL(schema.url)
    url.password = 'hush-hush'
    change(url)
    const error: Error = await open({ databaseUrl: url.href }).catch((thrown) => thrown)
    expect(error.message).toMatch(message)
    expect(error.message).toMatch(/^The database postgres:\/\/127\.0\.0\.1/)
    expect(error.message).not.toContain('hush')
  })

  it('a data folder that is a file', async () => {
    const file = join(folder, 'file')
    await writeFile(file, '')
    await expect(open({ folder: file })).rejects.toMatchObject({
      message: expect.stringMatching(/^The data folder ".*file" can't be used .*, or name another folder\.$/),
    })
  })

  it('a key that is not the one of the others', async () => {
    await (await open()).close()
    const elsewhere = join(folder, 'elsewhere')
    await expect(open({ folder: elsewhere })).rejects.toMatchObject({
      code: 'EVAULT',
      message: expect.stringContaining('Copy vault.key from the data folder'),
    })
    await (await open()).close()
  })
})

describe('what PostgreSQL does otherwise than SQLite', () => {
  it('texts with U+0000 are kept with U+FFFD in its place, and looked for so', async () => {
    const { db, close } = await open()
    await addSandbox(db, { ...sandboxRow('s1'), tenant_name: 'a\0b' })
    expect((await findSandbox(db, 's1'))?.tenant_name).toBe('a\uFFFDb')
    expect(await findSandbox(db, 's1\0')).toBeUndefined()
    await close()
  })

  it('times and counts are numbers', async () => {
    const { db, close } = await open()
    await addSandbox(db, { ...sandboxRow('s1'), used_at: 1_800_000_000_000 })
    expect((await findSandbox(db, 's1'))?.used_at).toBe(1_800_000_000_000)
    await close()
  })

  it('texts are sorted and compared letter by letter', async () => {
    const { db, close } = await open()
    await addSandbox(db, sandboxRow('s1'))
    for (const name of ['a_b', 'B', 'ab', 'a-c']) await addUser(db, accountRow('s1', name))
    const emails = (await accountsOfSandbox(db, 's1')).map(({ email }) => email)
    expect(emails).toEqual(['B', 'a-c', 'a_b', 'ab'].map((name) => `${name}@s1.example`))
    expect(await findAccountByEmail(db, 's1', 'b@s1.example')).toBeUndefined()
    await close()
  })
})
