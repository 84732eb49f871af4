import type { Database } from './open-store.ts'
import type { SecurityKey } from './schema.ts'

/** False when a key with this id exists already, on whatever account (WebAuthn Level 3 section 7.1: credentialId). */
export async function addKey(db: Database, key: SecurityKey): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('security_keys')
    .values(key)
    .onConflict((conflict) => conflict.columns(['sandbox_id', 'credential_id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export function findKey(db: Database, sandbox: string, credential: string): Promise<SecurityKey | undefined> {
  return db
    .selectFrom('security_keys')
    .selectAll()
    .where('sandbox_id', '=', sandbox)
    .where('credential_id', '=', credential)
    .executeTakeFirst()
}

export function keysOfAccount(db: Database, account: string): Promise<SecurityKey[]> {
  return db
    .selectFrom('security_keys')
    .selectAll()
    .where('account_id', '=', account)
    .orderBy('added_at')
    .execute()
}

/** Keeps the counter that a key has sent. False when another request was faster: the same response came twice. */
export async function moveCounter(db: Database, key: SecurityKey, counter: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('security_keys')
    .set({ counter })
    .where('sandbox_id', '=', key.sandbox_id)
    .where('credential_id', '=', key.credential_id)
    .where('counter', '=', key.counter)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function dropKeys(db: Database, account: string): Promise<void> {
  await db.deleteFrom('security_keys').where('account_id', '=', account).execute()
}
