import { type Kysely, sql } from 'kysely'
import { DEFAULT_MIGRATION_TABLE, type Migration, Migrator } from 'kysely/migration'
import { isPostgres } from './dialect.ts'
import { migrations as all } from './migrations/index.ts'

/** The store was written by a version that is newer than this one. */
export class NewerStoreError extends Error {
  override name = 'NewerStoreError'
  readonly code = 'ENEWER'
}

/** What is kept apart from the tenant's rows has a list of its own of the changes that it has seen. */
export interface Changes {
  migrations: Record<string, Migration>
  /** The table of the list. */
  table?: string
}

/**
 * Makes the changes of the tables that the store has not seen yet: all of them or, when one fails, none. A process that
 * starts at the same time waits until that is done.
 * @throws {NewerStoreError} when the store has seen changes that are unknown here
 */
export async function migrate(db: Kysely<unknown>, changes: Changes = { migrations: all }): Promise<void> {
  // In PostgreSQL, Kysely takes an advisory lock and makes one transaction of all.
  if (isPostgres(db)) return run(db, changes)
  await db.connection().execute(async (connection) => {
    // In SQLite it does neither, though SQLite has both for tables too.
    await sql`begin immediate`.execute(connection)
    const error = await run(connection, changes).then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    await (error ? sql`rollback` : sql`commit`).execute(connection)
    if (error) throw error
  })
}

async function run(
  db: Kysely<unknown>,
  { migrations, table = DEFAULT_MIGRATION_TABLE }: Changes,
): Promise<void> {
  const unknown = (await namesIn(db, table)).find((name) => !(name in migrations))
  if (unknown) throw new NewerStoreError(`its tables know of “${unknown}”, which this version doesn't`)
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableName: table,
    migrationLockTableName: `${table}_lock`,
  })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}

/** The changes that a store has seen. */
async function namesIn(db: Kysely<unknown>, table: string): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === table)) return []
  const { rows } = await sql<{
    name: string
  }>`select name from ${sql.table(table)}`.execute(db)
  return rows.map(({ name }) => name)
}
