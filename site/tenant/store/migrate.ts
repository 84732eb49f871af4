import { type Kysely, sql } from 'kysely'
import { DEFAULT_MIGRATION_TABLE, type Migration, Migrator } from 'kysely/migration'
import { migrations as all } from './migrations/index.ts'

/** The store was written by a version that is newer than this one. */
export class NewerStoreError extends Error {
  override name = 'NewerStoreError'
  readonly code = 'ENEWER'
}

/**
 * Makes the changes of the tables that the store has not seen yet: all of them or, when one fails, none. A process that
 * starts at the same time waits until that is done.
 * @throws {NewerStoreError} when the store has seen changes that are unknown here
 */
export async function migrate(
  db: Kysely<unknown>,
  migrations: Record<string, Migration> = all,
): Promise<void> {
  await db.connection().execute(async (connection) => {
    // Kysely takes no lock in SQLite, and no transaction, though SQLite has both for tables too.
    await sql`begin immediate`.execute(connection)
    const error = await run(connection, migrations).catch((thrown: unknown) => thrown)
    await (error ? sql`rollback` : sql`commit`).execute(connection)
    if (error) throw error
  })
}

/** Answers what went wrong. */
async function run(db: Kysely<unknown>, migrations: Record<string, Migration>): Promise<unknown> {
  const unknown = (await namesIn(db)).find((name) => !(name in migrations))
  if (unknown) return new NewerStoreError(`its tables know of “${unknown}”, which this version doesn't`)
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  return (await migrator.migrateToLatest()).error
}

/** The changes that a store has seen. */
async function namesIn(db: Kysely<unknown>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return []
  const { rows } = await sql<{
    name: string
  }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(db)
  return rows.map(({ name }) => name)
}
