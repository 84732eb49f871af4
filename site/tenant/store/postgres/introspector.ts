import { type Dialect, PostgresIntrospector, sql, type TableMetadata } from 'kysely'

type AnyDatabase = Parameters<Dialect['createIntrospector']>[0]

/**
 * Knows the names of the tables of the current schema, which is what migrations ask for. Kysely's own looks at every schema of
 * the database: those of others are no concern, and it fails where one is dropped at that moment.
 */
export class OwnSchema extends PostgresIntrospector {
  readonly #db: AnyDatabase

  constructor(db: AnyDatabase) {
    super(db)
    this.#db = db
  }

  override async getTables(): Promise<TableMetadata[]> {
    const { rows } = await sql<{ name: string; schema: string }>`
      select tablename as name, schemaname as schema from pg_tables where schemaname = current_schema()`.execute(
      this.#db,
    )
    return rows.map((table) => ({ ...table, isView: false, isForeign: false, columns: [] }))
  }
}
