import pg from 'pg'

const DEFAULT = 'postgres://postgres@127.0.0.1:5432/test'

/**
 * The PostgreSQL database that tests use, each in a schema of its own: `TEST_DATABASE_URL`, or else `test` on this machine.
 * Undefined where that can't be reached; then it says so. A database that was named must be there.
 */
export async function findTestDatabase(named = process.env.TEST_DATABASE_URL): Promise<string | undefined> {
  const url = named ?? DEFAULT
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return url
  } catch (error) {
    if (named !== undefined) throw new Error(`TEST_DATABASE_URL can't be reached`, { cause: error })
    console.warn(
      `PostgreSQL can't be reached at ${url}: its tests don't run. Start one there, or set TEST_DATABASE_URL.`,
    )
    return undefined
  }
}
