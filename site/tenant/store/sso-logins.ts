import type { Database } from './open-store.ts'
import type { SsoLogin } from './sso-schema.ts'

/** How many logins of a sandbox may be under way; the oldest are forgotten. */
const MOST_UNDER_WAY = 500

/** Remembers a login that leaves for the provider. */
export async function addLogin(db: Database, login: SsoLogin): Promise<void> {
  await db.insertInto('sso_logins').values(login).execute()
  const all = db.selectFrom('sso_logins').select('state_hash').where('sandbox_id', '=', login.sandbox_id)
  await db
    .deleteFrom('sso_logins')
    .where('sandbox_id', '=', login.sandbox_id)
    .where('state_hash', 'not in', all.orderBy('issued_at', 'desc').limit(MOST_UNDER_WAY))
    .execute()
}

/**
 * Spends a login: of several answers at once exactly one gets it, and only in the browser that began it (RFC 9700 section
 * 4.7, ASVS 5.0 10.1.2).
 */
export function spendLogin(
  db: Database,
  login: Pick<SsoLogin, 'sandbox_id' | 'state_hash' | 'browser_hash'>,
  now: number,
): Promise<SsoLogin | undefined> {
  return db
    .updateTable('sso_logins')
    .set({ used_at: now })
    .where('state_hash', '=', login.state_hash)
    .where('browser_hash', '=', login.browser_hash)
    .where('sandbox_id', '=', login.sandbox_id)
    .where('used_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
}

/** Keeps that the person of an account has signed in again. */
export async function noteConfirmation(db: Database, stateHash: string, account: string): Promise<void> {
  await db
    .updateTable('sso_logins')
    .set({ confirmed_id: account })
    .where('state_hash', '=', stateHash)
    .execute()
}

/** Spends the proof that an account's person has signed in again in this browser. Answers when it was asked for, in ms. */
export async function takeConfirmation(
  db: Database,
  { sandbox_id, browser_hash, confirmed_id }: Pick<SsoLogin, 'sandbox_id' | 'browser_hash' | 'confirmed_id'>,
): Promise<number | undefined> {
  const taken = await db
    .updateTable('sso_logins')
    .set({ confirmed_id: null })
    .where('sandbox_id', '=', sandbox_id)
    .where('browser_hash', '=', browser_hash)
    .where('confirmed_id', '=', confirmed_id)
    .returning('issued_at')
    .executeTakeFirst()
  return taken && Number(taken.issued_at)
}

/** Keeps why a login was refused, until the page that says so is shown. */
export async function noteRefusal(db: Database, stateHash: string, refusal: string): Promise<void> {
  await db.updateTable('sso_logins').set({ refusal }).where('state_hash', '=', stateHash).execute()
}

/** Why the latest login of a browser was refused. */
export async function refusalOf(
  db: Database,
  sandbox: string,
  browserHash: string,
): Promise<string | undefined> {
  const login = await db
    .selectFrom('sso_logins')
    .select('refusal')
    .where('sandbox_id', '=', sandbox)
    .where('browser_hash', '=', browserHash)
    .orderBy('issued_at', 'desc')
    .executeTakeFirst()
  return login?.refusal ?? undefined
}
