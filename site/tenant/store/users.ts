import type { Database } from './open-store.ts'
import type { Account } from './schema.ts'
import { together } from './together.ts'

/** Adds an account, unless the address has one already: then false. */
export async function addUser(db: Database, account: Account): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('accounts')
    .values(account)
    .onConflict((conflict) => conflict.columns(['sandbox_id', 'email']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** From now on the account counts as Verified. */
export async function verifyAccount(db: Database, account: string, now: number): Promise<void> {
  await db
    .updateTable('accounts')
    .set({ verified_at: now })
    .where('id', '=', account)
    .where('verified_at', 'is', null)
    .execute()
}

/** A user without a password in a sandbox still has to activate the account: Pending Verification. */
export async function awaitActivation(db: Database, sandbox: string): Promise<void> {
  await db
    .updateTable('accounts')
    .set({ verified_at: null })
    .where('sandbox_id', '=', sandbox)
    .where('password_hash', 'is', null)
    .execute()
}

/** Makes an account the Administrator that was invited first, and the only user, who has done nothing yet. */
export async function resetAccount(db: Database, { id, sandbox_id }: Account): Promise<void> {
  await db.deleteFrom('accounts').where('sandbox_id', '=', sandbox_id).where('id', '!=', id).execute()
  await db.deleteFrom('handled_alerts').where('sandbox_id', '=', sandbox_id).execute()
  await db
    .updateTable('accounts')
    .set({ role: 'Administrator', verified_at: null, access_ends_at: null })
    .where('id', '=', id)
    .execute()
}

/** Removes a user with everything that belongs to the account; sessions end (ASVS 5.0 7.4.2). */
export async function removeUser(db: Database, account: string): Promise<void> {
  await db.deleteFrom('visits').where('account_id', '=', account).execute()
  await db.deleteFrom('accounts').where('id', '=', account).execute()
}

export type UserChange = Partial<Pick<Account, 'role' | 'access_ends_at'>>

/**
 * Changes or removes (null) a user, provided that `judge` agrees, seeing all users of the sandbox. Judged and changed in
 * one transaction, so that two requests at once can't both be right. Answers what `judge` found wrong.
 */
export function changeUser(
  db: Database,
  { id, sandbox_id }: Pick<Account, 'id' | 'sandbox_id'>,
  change: UserChange | null,
  judge: (users: Account[]) => string | undefined,
): Promise<string | undefined> {
  return together(db, sandbox_id, async (all) => {
    const users = await all.selectFrom('accounts').selectAll().where('sandbox_id', '=', sandbox_id).execute()
    const wrong = judge(users)
    if (wrong !== undefined) return wrong
    if (change === null) await removeUser(all, id)
    else await all.updateTable('accounts').set(change).where('id', '=', id).execute()
    return undefined
  })
}
