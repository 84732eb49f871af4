import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { openStore, type Store, type StoreOptions } from '../store/open-store.ts'

/** The database of PostgreSQL that the tests of this run use; undefined: they use SQLite. Set by vitest.config.ts. */
export const testDatabase = process.env.DOORSTEP_TEST_STORE || undefined

/** Does something over a connection of its own. */
export async function withPostgres<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** A schema of its own in a database; `url` leads there, `drop` deletes it with all that is in it. */
export async function makeSchema(database: string) {
  const name = `test_${randomBytes(6).toString('hex')}`
  await withPostgres(database, (client) => client.query(`create schema ${name}`))
  const url = new URL(database)
  url.searchParams.set('options', `-c search_path=${name}`)
  return {
    name,
    // pg reads `+` as it stands.
    url: url.href.replaceAll('+', '%20'),
    drop: () => withPostgres(database, (client) => client.query(`drop schema ${name} cascade`)),
  }
}

/** An empty store that is gone when it is closed: in memory, or in PostgreSQL where this run is about that. */
export async function openTestStore(options: Pick<StoreOptions, 'around'> = {}): Promise<Store> {
  if (testDatabase === undefined) return openStore({ folder: ':memory:', ...options })
  const schema = await makeSchema(testDatabase)
  const store = await openStore({ folder: ':memory:', databaseUrl: schema.url, ...options })
  return {
    ...store,
    async close() {
      await store.close()
      await schema.drop()
    },
  }
}
