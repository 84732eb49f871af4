import { findTestDatabase } from '../../tenant/testing/find-test-database.ts'
import { makeSchema } from '../../tenant/testing/open-test-store.ts'

/** Settings that choose a store; `drop` deletes what is in it. */
interface Chosen {
  store: string
  env: Record<string, string>
  drop(): Promise<void>
}

/** On a busy machine the first connection may take too long. */
const TRIES = 3

/** Where PostgreSQL is; undefined where there is none. */
export async function findDatabase(): Promise<string | undefined> {
  for (let n = 1; ; n++) {
    const found = await findTestDatabase()
    if (found !== undefined || n === TRIES) return found
  }
}

async function postgres(): Promise<Chosen[]> {
  const database = await findDatabase()
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
