import type { ColumnDataType, CreateTableBuilder, Kysely } from 'kysely'
import { isPostgres, typeIn } from '../dialect.ts'

/** Portable between SQLite and PostgreSQL. What is a `sandbox`, an `account` or a `visit` dies with its owner. */
type Column = ColumnDataType | 'key' | 'nullable text' | 'nullable bigint' | 'sandbox' | 'account' | 'visit'

/** Column types by name. */
export type Columns = Record<string, Column>

function addColumn(db: Kysely<unknown>, table: CreateTableBuilder<string>, name: string, column: Column) {
  const text = typeIn(db, 'text')
  switch (column) {
    case 'key':
      return table.addColumn(name, text, (c) => c.primaryKey())
    case 'nullable text':
      return table.addColumn(name, text)
    case 'nullable bigint':
      return table.addColumn(name, 'bigint')
    case 'sandbox':
      return table.addColumn(name, text, (c) => c.notNull().references('sandboxes.id').onDelete('cascade'))
    case 'account':
      return table.addColumn(name, text, (c) => c.notNull().references('accounts.id').onDelete('cascade'))
    case 'visit':
      return table.addColumn(name, text, (c) =>
        c.primaryKey().references('visits.token_hash').onDelete('cascade').onUpdate('cascade'),
      )
    default:
      return table.addColumn(name, typeIn(db, column), (c) => c.notNull())
  }
}

/**
 * Creates a table, unless SQLite has it already: a store from before migrations. In PostgreSQL, a table of this name is somebody
 * else's, and an error.
 * @param once what may exist only once
 */
export async function createTable(
  db: Kysely<unknown>,
  name: string,
  columns: Columns,
  once?: string[],
): Promise<void> {
  const begun: CreateTableBuilder<string> = db.schema.createTable(name)
  const empty = isPostgres(db) ? begun : begun.ifNotExists()
  const table = Object.entries(columns).reduce((t, [c, column]) => addColumn(db, t, c, column), empty)
  await (once ? table.addUniqueConstraint(`${name}_once`, once as never) : table).execute()
}
