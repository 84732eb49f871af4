import type { Database } from './open-store.ts'
import type { SsoConnection } from './sso-schema.ts'

/** The sandbox's connection to a provider; undefined where 1Secure Authentication is in force. */
export function findConnection(db: Database, sandbox: string): Promise<SsoConnection | undefined> {
  return db.selectFrom('sso_connections').selectAll().where('sandbox_id', '=', sandbox).executeTakeFirst()
}

/** Puts a connection into force, in place of an earlier one. */
export async function saveConnection(db: Database, connection: SsoConnection): Promise<void> {
  await db
    .insertInto('sso_connections')
    .values(connection)
    .onConflict((conflict) => conflict.column('sandbox_id').doUpdateSet(connection))
    .execute()
}

/** Back to 1Secure Authentication: nothing of the connection is kept, its secret least of all. */
export async function dropConnection(db: Database, sandbox: string): Promise<void> {
  await db.deleteFrom('sso_connections').where('sandbox_id', '=', sandbox).execute()
}
