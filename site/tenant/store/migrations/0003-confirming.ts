import type { Kysely } from 'kysely'

/** People who are logged in by a provider confirm there that it's them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('sso_logins')
    .addColumn('purpose', 'text', (column) => column.notNull().defaultTo('log-in'))
    .execute()
  await db.schema.alterTable('sso_logins').addColumn('confirmed_id', 'text').execute()
}
