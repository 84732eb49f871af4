import type { Database } from './open-store.ts'
import type { SsoLogout } from './sso-schema.ts'

/** How many logouts of a sandbox may be under way; the oldest are forgotten. */
const MOST_UNDER_WAY = 500

type Key = Pick<SsoLogout, 'sandbox_id' | 'browser_hash'>

/** Remembers who has left here and may want to leave the provider too. */
export async function addLogout(db: Database, logout: SsoLogout): Promise<void> {
  await db.insertInto('sso_logouts').values(logout).execute()
  const all = db.selectFrom('sso_logouts').select('browser_hash').where('sandbox_id', '=', logout.sandbox_id)
  await db
    .deleteFrom('sso_logouts')
    .where('sandbox_id', '=', logout.sandbox_id)
    .where('browser_hash', 'not in', all.orderBy('issued_at', 'desc').limit(MOST_UNDER_WAY))
    .execute()
}

/** Forgets what a browser has left, and answers it. */
export function takeLogout(db: Database, { sandbox_id, browser_hash }: Key): Promise<SsoLogout | undefined> {
  return db
    .deleteFrom('sso_logouts')
    .where('browser_hash', '=', browser_hash)
    .where('sandbox_id', '=', sandbox_id)
    .returningAll()
    .executeTakeFirst()
}

/** Whether the browser's logout left for the provider with this state; it counts once. */
export async function finishLogout(
  db: Database,
  { sandbox_id, browser_hash, state_hash }: Key & { state_hash: string },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('sso_logouts')
    .where('browser_hash', '=', browser_hash)
    .where('state_hash', '=', state_hash)
    .where('sandbox_id', '=', sandbox_id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
