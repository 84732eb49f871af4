import { type ColumnDataType, type Kysely, PostgresAdapter, type RawBuilder, sql } from 'kysely'

/** Where the two stores differ, as far as queries and tables know. What `pg` itself needs is in `postgres/`. */
export const isPostgres = (db: Pick<Kysely<never>, 'getExecutor'>): boolean =>
  db.getExecutor().adapter instanceof PostgresAdapter

/**
 * Texts are compared letter by letter, as SQLite does it, and not by the rules of a language; whole numbers have 64 bits in
 * SQLite whatever they are called.
 */
export function typeIn(
  db: Pick<Kysely<never>, 'getExecutor'>,
  type: ColumnDataType,
): ColumnDataType | RawBuilder<unknown> {
  if (!isPostgres(db)) return type
  if (type === 'text') return sql`text collate "C"`
  return type === 'integer' ? 'bigint' : type
}
