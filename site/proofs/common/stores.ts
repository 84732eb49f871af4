import { findTestDatabase } from '../../tenant/testing/find-test-database.ts'
import { makeSchema } from '../../tenant/testing/open-test-store.ts'

/** Settings that choose a store; `drop` deletes what is in it. */
interface Chosen {
  store: string
  env: Record<string, string>
  drop(): Promise<void>
}

async function postgres(): Promise<Chosen[]> {
  const database = await findTestDatabase()
  if (database === undefined) return []
  const { url, drop } = await makeSchema(database)
  return [{ store: 'PostgreSQL', env: { DATABASE_URL: url }, drop: async () => void (await drop()) }]
}

/** Does something with each store that is there, side by side: SQLite in the folder, PostgreSQL in a schema of its own. */
export async function onEachStore<T>(
  work: (store: string, env: Record<string, string>) => Promise<T>,
): Promise<T[]> {
  const all = [{ store: 'SQLite', env: {}, drop: async () => {} }, ...(await postgres())]
  try {
    return await Promise.all(all.map(({ store, env }) => work(store, env)))
  } finally {
    for (const { drop } of all) await drop()
  }
}
