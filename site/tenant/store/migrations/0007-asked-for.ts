import type { Kysely } from 'kysely'

/** Who asks for a new password for another address logs in with the one before all the same. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('visits').addColumn('reset_email', 'text').execute()
}
