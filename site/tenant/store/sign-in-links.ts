import type { Database } from './open-store.ts'
import type { SignInLink } from './schema.ts'

/** Adds a sign-in link in place of those that the account has. */
export async function replaceSignInLink(db: Database, link: SignInLink): Promise<void> {
  await db.deleteFrom('sign_in_links').where('account_id', '=', link.account_id).execute()
  await db.insertInto('sign_in_links').values(link).execute()
}

/** Spends the link: of several requests at once exactly one gets it. */
export function spendSignInLink(
  db: Database,
  sandbox: string,
  tokenHash: string,
): Promise<SignInLink | undefined> {
  return db
    .deleteFrom('sign_in_links')
    .where('token_hash', '=', tokenHash)
    .where('sandbox_id', '=', sandbox)
    .returningAll()
    .executeTakeFirst()
}
