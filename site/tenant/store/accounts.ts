import type { Database } from './open-store.ts'
import type { Account } from './schema.ts'

export function findAccount(db: Database, id: string): Promise<Account | undefined> {
  return db.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst()
}

/** @param email as normalised by the rule read-email */
export function findAccountByEmail(
  db: Database,
  sandbox: string,
  email: string,
): Promise<Account | undefined> {
  return db
    .selectFrom('accounts')
    .selectAll()
    .where('sandbox_id', '=', sandbox)
    .where('email', '=', email)
    .executeTakeFirst()
}

export function accountsOfSandbox(db: Database, sandbox: string): Promise<Account[]> {
  return db
    .selectFrom('accounts')
    .selectAll()
    .where('sandbox_id', '=', sandbox)
    .orderBy('added_at')
    .orderBy('email')
    .execute()
}

/** @param former hash of the password that a reset has put out of use */
export async function setPassword(
  db: Database,
  account: string,
  passwordHash: string | null,
  former: string | null = null,
): Promise<void> {
  await db
    .updateTable('accounts')
    .set({ password_hash: passwordHash, former_hash: former })
    .where('id', '=', account)
    .execute()
}

export async function forgetFormerPassword(db: Database, account: string): Promise<void> {
  await db.updateTable('accounts').set({ former_hash: null }).where('id', '=', account).execute()
}
