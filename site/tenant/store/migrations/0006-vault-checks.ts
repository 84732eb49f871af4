import type { Kysely } from 'kysely'
import { createTable } from './columns.ts'

/** What tells whether a key is the one that the secrets are sealed with. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'vault_checks', { id: 'key', sealed: 'text' })
}
