import type { Database } from './open-store.ts'
import type { AuthenticatorApp } from './schema.ts'

/** Enrols the app, in place of an earlier one. */
export async function enrolApp(db: Database, app: AuthenticatorApp): Promise<void> {
  await db
    .insertInto('authenticator_apps')
    .values(app)
    .onConflict((conflict) =>
      conflict.column('account_id').doUpdateSet({ secret: app.secret, last_step: app.last_step }),
    )
    .execute()
}

export function findApp(db: Database, account: string): Promise<AuthenticatorApp | undefined> {
  return db.selectFrom('authenticator_apps').selectAll().where('account_id', '=', account).executeTakeFirst()
}

/**
 * Spends a time step. False when its code, or a later one, was accepted before: of several at once exactly one gets
 * true (RFC 6238 section 5.2, NIST SP 800-63B-4 section 3.1.4).
 */
export async function spendTimeStep(db: Database, account: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('authenticator_apps')
    .set({ last_step: step })
    .where('account_id', '=', account)
    .where('last_step', '<', step)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function dropApp(db: Database, account: string): Promise<void> {
  await db.deleteFrom('authenticator_apps').where('account_id', '=', account).execute()
}
