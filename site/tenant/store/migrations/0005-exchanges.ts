import type { Kysely } from 'kysely'
import { createTable } from './columns.ts'

/** What went over the wire, whole. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const columns = { sandbox_id: 'sandbox', n: 'bigint', sealed: 'text' } as const
  await createTable(db, 'exchanges', columns, ['sandbox_id', 'n'])
}
