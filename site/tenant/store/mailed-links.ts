import type { Database } from './open-store.ts'
import type { MailedLink } from './schema.ts'
import { together } from './together.ts'

type Purpose = MailedLink['purpose']

/** Adds a link and puts all earlier ones of the account for the same purpose out of use (ASVS 5.0 6.6.2). */
export function replaceLink(db: Database, link: Omit<MailedLink, 'used_at' | 'replaced_at'>): Promise<void> {
  return together(db, link.sandbox_id, async (all) => {
    await all
      .updateTable('mailed_links')
      .set({ replaced_at: link.issued_at })
      .where('account_id', '=', link.account_id)
      .where('purpose', '=', link.purpose)
      .where('replaced_at', 'is', null)
      .execute()
    await all
      .insertInto('mailed_links')
      .values({ ...link, used_at: null, replaced_at: null })
      .execute()
  })
}

export function findLink(
  db: Database,
  sandbox: string,
  purpose: Purpose,
  tokenHash: string,
): Promise<MailedLink | undefined> {
  return db
    .selectFrom('mailed_links')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .where('sandbox_id', '=', sandbox)
    .executeTakeFirst()
}

/** Spends the link. False when it was spent or replaced before: of several at once exactly one gets true. */
export async function spendLink(db: Database, tokenHash: string, now: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('mailed_links')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('replaced_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** How many links of a purpose an account was sent since a moment. */
export async function countLinksSince(
  db: Database,
  account: string,
  purpose: Purpose,
  since: number,
): Promise<number> {
  const { links } = await db
    .selectFrom('mailed_links')
    .select((eb) => eb.fn.countAll().as('links'))
    .where('account_id', '=', account)
    .where('purpose', '=', purpose)
    .where('issued_at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(links)
}

/** Spends whatever link an account still has, for any purpose. */
export async function spendLinksOfAccount(db: Database, account: string, now: number): Promise<void> {
  await db
    .updateTable('mailed_links')
    .set({ used_at: now })
    .where('account_id', '=', account)
    .where('used_at', 'is', null)
    .execute()
}
