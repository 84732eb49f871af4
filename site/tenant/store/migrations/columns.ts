import type { ColumnDataType, CreateTableBuilder, Kysely } from 'kysely'

/** Portable between SQLite and PostgreSQL. What is a `sandbox`, an `account` or a `visit` dies with its owner. */
type Column = ColumnDataType | 'key' | 'nullable text' | 'nullable bigint' | 'sandbox' | 'account' | 'visit'

/** Column types by name. */
export type Columns = Record<string, Column>

function addColumn(table: CreateTableBuilder<string>, name: string, column: Column) {
  switch (column) {
    case 'key':
      return table.addColumn(name, 'text', (c) => c.primaryKey())
    case 'nullable text':
      return table.addColumn(name, 'text')
    case 'nullable bigint':
      return table.addColumn(name, 'bigint')
    case 'sandbox':
      return table.addColumn(name, 'text', (c) => c.notNull().references('sandboxes.id').onDelete('cascade'))
    case 'account':
      return table.addColumn(name, 'text', (c) => c.notNull().references('accounts.id').onDelete('cascade'))
    case 'visit':
      return table.addColumn(name, 'text', (c) =>
        c.primaryKey().references('visits.token_hash').onDelete('cascade').onUpdate('cascade'),
      )
    default:
      return table.addColumn(name, column, (c) => c.notNull())
  }
}

/**
 * Creates a table that does not exist yet.
 * @param once what may exist only once
 */
export async function createTable(
  db: Kysely<unknown>,
  name: string,
  columns: Columns,
  once?: string[],
): Promise<void> {
  const empty: CreateTableBuilder<string> = db.schema.createTable(name).ifNotExists()
  const table = Object.entries(columns).reduce((t, [c, column]) => addColumn(t, c, column), empty)
  await (once ? table.addUniqueConstraint(`${name}_once`, once as never) : table).execute()
}
