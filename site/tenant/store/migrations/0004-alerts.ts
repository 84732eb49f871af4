import type { Kysely } from 'kysely'
import { createTable } from './columns.ts'

/** Alerts that were handled. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const columns = { sandbox_id: 'sandbox', alert: 'text', by: 'text', at: 'bigint' } as const
  await createTable(db, 'handled_alerts', columns, ['sandbox_id', 'alert'])
}
