import { hashToken } from '../secrets.ts'
import type { Database } from './open-store.ts'
import type { Account } from './schema.ts'
import type { SsoIdentity } from './sso-schema.ts'

export type Identity = Pick<SsoIdentity, 'sandbox_id' | 'issuer' | 'subject'>

const idOf = ({ sandbox_id, issuer, subject }: Identity) =>
  hashToken(JSON.stringify([sandbox_id, issuer, subject]))

/** The account that a person at a provider is linked to. */
export function accountOfIdentity(db: Database, identity: Identity): Promise<Account | undefined> {
  return db
    .selectFrom('accounts')
    .innerJoin('sso_identities', 'sso_identities.account_id', 'accounts.id')
    .selectAll('accounts')
    .where('sso_identities.id', '=', idOf(identity))
    .executeTakeFirst()
}

export async function isLinked(db: Database, account: string): Promise<boolean> {
  const found = await db
    .selectFrom('sso_identities')
    .select('id')
    .where('account_id', '=', account)
    .executeTakeFirst()
  return found !== undefined
}

/** Links an account. False when it, or the identity, is linked already: of several at once exactly one gets true. */
export async function linkIdentity(db: Database, identity: Identity, account: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('sso_identities')
    .values({ id: idOf(identity), ...identity, account_id: account })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** An Administrator’s decision when the provider is changed: everyone is found by address again, once. */
export async function unlinkAll(db: Database, sandbox: string): Promise<void> {
  await db.deleteFrom('sso_identities').where('sandbox_id', '=', sandbox).execute()
}
