import type { Database } from './open-store.ts'
import type { ActivationLink } from './schema.ts'

/** Adds a link and puts all earlier ones of the account out of use (ASVS 5.0 6.6.2). */
export async function replaceActivationLink(
  db: Database,
  link: Pick<ActivationLink, 'token_hash' | 'sandbox_id' | 'account_id' | 'issued_at'>,
): Promise<void> {
  await db
    .updateTable('activation_links')
    .set({ replaced_at: link.issued_at })
    .where('account_id', '=', link.account_id)
    .where('replaced_at', 'is', null)
    .execute()
  await db
    .insertInto('activation_links')
    .values({ ...link, used_at: null, replaced_at: null })
    .execute()
}

export function findActivationLink(
  db: Database,
  sandbox: string,
  tokenHash: string,
): Promise<ActivationLink | undefined> {
  return db
    .selectFrom('activation_links')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('sandbox_id', '=', sandbox)
    .executeTakeFirst()
}

/** Spends the link. False when it was spent or replaced before: of several at once exactly one is told true. */
export async function spendActivationLink(db: Database, tokenHash: string, now: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('activation_links')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('replaced_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** How many links an account was sent since a moment. */
export async function countLinksSince(db: Database, account: string, since: number): Promise<number> {
  const { links } = await db
    .selectFrom('activation_links')
    .select((eb) => eb.fn.countAll().as('links'))
    .where('account_id', '=', account)
    .where('issued_at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(links)
}

/** Spends whatever link an account still has. */
export async function spendLinksOfAccount(db: Database, account: string, now: number): Promise<void> {
  await db
    .updateTable('activation_links')
    .set({ used_at: now })
    .where('account_id', '=', account)
    .where('used_at', 'is', null)
    .execute()
}
