import { type CompiledQuery, type Dialect, PostgresDialect } from 'kysely'
import { isClash } from '../clash.ts'
import { StoreAwayError } from '../store-error.ts'
import { type Around, surround } from '../surround.ts'
import { OwnSchema } from './introspector.ts'
import { isAway } from './is-away.ts'
import { openPool } from './open-pool.ts'

/** How often a statement is tried that PostgreSQL takes back because of others. */
const MOST_TRIES = 5

/** PostgreSQL has no texts with U+0000, which browsers may send: U+FFFD takes its place, as the Encoding Standard does it. */
const storable = (query: CompiledQuery): CompiledQuery =>
  query.parameters.some((value) => typeof value === 'string' && value.includes('\0'))
    ? {
        ...query,
        parameters: query.parameters.map((value) =>
          typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value,
        ),
      }
    : query

function away(error: unknown): unknown {
  if (!isAway(error)) return error
  return new StoreAwayError(`PostgreSQL can't be asked just now: ${(error as Error).message}`, {
    cause: error,
  })
}

const around: Around = async (query, run, isAlone) => {
  for (let nth = 1; ; nth++)
    try {
      return await run(storable(query))
    } catch (error) {
      // What is in a transaction is done again with all of it.
      if (!isAlone || nth === MOST_TRIES || !isClash(error)) throw away(error)
    }
}

/** Kysely's own dialect for PostgreSQL, over `pg`, as queries that were made for SQLite need it. */
export function postgresDialect(url: string, most?: number): Dialect {
  const dialect = surround(new PostgresDialect({ pool: openPool(url, most) }), around)
  return {
    ...dialect,
    createIntrospector: (db) => new OwnSchema(db),
    createDriver() {
      const driver = dialect.createDriver()
      return {
        ...driver,
        acquireConnection: (options) =>
          driver.acquireConnection(options).catch((error: unknown) => {
            throw away(error)
          }),
      }
    },
  }
}
