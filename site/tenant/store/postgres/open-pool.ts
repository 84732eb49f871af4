import pg from 'pg'

/** How long a statement waits for a connection, also where all are in use: SQLite has one only, and no limit. */
const CONNECT_MS = 15_000

/** A process that was stopped in the middle of a transaction must not hold up the others for ever. */
const STATEMENT_MS = 30_000
const IDLE_IN_TRANSACTION_MS = 30_000

/** SQLite answers numbers; `pg` answers texts for 64 bits. Times in ms and counts are far below 2^53. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format),
}

export const connectionOf = (url: string) =>
  ({
    connectionString: url,
    application_name: 'doorstep',
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
  }) satisfies pg.ClientConfig

/** Up to `most` connections to PostgreSQL. One that is lost is an error of the statement that was under way, and of nothing else. */
export function openPool(url: string, most = 10): pg.Pool {
  const pool = new pg.Pool({
    ...connectionOf(url),
    types,
    max: most,
    statement_timeout: STATEMENT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
  })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}
