import { Kysely } from 'kysely'
import { type Changes, migrate, NewerStoreError } from '../migrate.ts'
import { VaultError } from '../open-vault.ts'
import { StoreAwayError, StoreError } from '../store-error.ts'
import { type Around, surround } from '../surround.ts'
import { postgresDialect } from './dialect.ts'
import { isAway } from './is-away.ts'

interface DatabaseOptions {
  /** Tables to make or to change; the tenant's by default. */
  changes?: Changes
  around?: Around | undefined
  /** How many connections there may be at once: 10 by default. */
  most?: number
}

/**
 * Opens a PostgreSQL database and brings its tables, in its current schema, to what they are today.
 * @throws {StoreError} when it can't be used, or belongs to a newer version (ENEWER)
 */
export async function openDatabase(
  url: string,
  { changes, around, most }: DatabaseOptions = {},
): Promise<Kysely<unknown>> {
  const dialect = postgresDialect(url, most)
  const db = new Kysely<unknown>({ dialect: around ? surround(dialect, around) : dialect })
  try {
    await migrate(db, changes)
    return db
  } catch (cause) {
    await db.destroy()
    throw cannotUse(url, cause)
  }
}

/** Where a database is, for messages: without the user, the password and the options. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url)
  return `postgres://${host}${pathname}`
}

/** Says of a database that it can't be used, why, and what to do. */
export function cannotUse(url: string, cause: unknown): StoreError {
  const { code = 'EUNKNOWN', message } = (
    cause instanceof StoreAwayError ? cause.cause : cause
  ) as NodeJS.ErrnoException
  return new StoreError(
    code,
    `The database ${placeOf(url)} can't be used (${message}). ${adviceFor(cause)}`,
    { cause },
  )
}

/** SQLSTATE (PostgreSQL, appendix A). */
const ADVICE: Readonly<Record<string, string>> = {
  '28000': 'Check the name of the user in DATABASE_URL, and what pg_hba.conf lets in.',
  '28P01': 'Check the name of the user and the password in DATABASE_URL.',
  '3D000': 'Create the database, or name another one in DATABASE_URL.',
  '3F000': 'Create the schema that its search_path names.',
  '42501': 'Let the user of DATABASE_URL create tables there.',
  '42P07': 'That table is not Doorstep’s: name an empty database in DATABASE_URL.',
}

function adviceFor(cause: unknown): string {
  if (cause instanceof NewerStoreError) return 'Take the newer version that wrote it, or name another one.'
  if (cause instanceof VaultError) return 'Do that.'
  const advice = ADVICE[String((cause as NodeJS.ErrnoException).code)]
  if (advice) return advice
  return cause instanceof StoreAwayError || isAway(cause)
    ? 'Start PostgreSQL there, or check DATABASE_URL.'
    : 'Check DATABASE_URL.'
}
