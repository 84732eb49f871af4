import type { Kysely } from 'kysely'
import { createTable } from './columns.ts'

/** Logging out at the provider: with a hint of who leaves, bound to the browser, and each of its tokens once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('sso_sessions').addColumn('sealed_id_token', 'text').execute()
  await createTable(db, 'sso_logouts', {
    browser_hash: 'key',
    sandbox_id: 'sandbox',
    issuer: 'text',
    sealed_id_token: 'nullable text',
    state_hash: 'nullable text',
    issued_at: 'bigint',
  })
  await createTable(db, 'logout_tokens', { id: 'key', sandbox_id: 'sandbox', seen_at: 'bigint' })
}
