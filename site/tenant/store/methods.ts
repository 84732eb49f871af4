import type { Database } from './open-store.ts'
import type { Account } from './schema.ts'
import { together } from './together.ts'

/**
 * Removes a second factor, `authenticator-app` or the id of a security key, provided that another one is left: of two
 * removed at once one stays. Answers its name; undefined when nothing was removed.
 */
export function removeMethod(
  db: Database,
  { id: account, sandbox_id }: Pick<Account, 'id' | 'sandbox_id'>,
  method: string,
): Promise<{ name: string } | undefined> {
  return together(db, sandbox_id, async (all) => {
    const apps = await all
      .selectFrom('authenticator_apps')
      .select('account_id')
      .where('account_id', '=', account)
      .execute()
    const keys = await all
      .selectFrom('security_keys')
      .select('credential_id')
      .where('account_id', '=', account)
      .execute()
    if (apps.length + keys.length < 2) return undefined
    if (method === 'authenticator-app') {
      await all.deleteFrom('authenticator_apps').where('account_id', '=', account).execute()
      return apps.length > 0 ? { name: 'The authenticator app' } : undefined
    }
    return all
      .deleteFrom('security_keys')
      .where('account_id', '=', account)
      .where('credential_id', '=', method)
      .returning('name')
      .executeTakeFirst()
  })
}
