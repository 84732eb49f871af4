import type { Stage } from '../stages.ts'
import type { Database } from './open-store.ts'
import type { Visit } from './schema.ts'

/** How many logins of a sandbox may wait for their password; the oldest are forgotten. */
const MOST_BEGUN = 500

/** Begins a visit. */
export async function addVisit(db: Database, visit: Visit): Promise<void> {
  await db.insertInto('visits').values(visit).execute()
  const begun = db
    .selectFrom('visits')
    .select('token_hash')
    .where('sandbox_id', '=', visit.sandbox_id)
    .where('stage', '=', 'password')
  await db
    .deleteFrom('visits')
    .where('token_hash', 'in', begun)
    .where('token_hash', 'not in', begun.orderBy('seen_at', 'desc').limit(MOST_BEGUN))
    .execute()
}

export function findVisit(db: Database, sandbox: string, tokenHash: string): Promise<Visit | undefined> {
  return db
    .selectFrom('visits')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('sandbox_id', '=', sandbox)
    .executeTakeFirst()
}

export async function touchVisit(db: Database, tokenHash: string, now: number): Promise<void> {
  await db.updateTable('visits').set({ seen_at: now }).where('token_hash', '=', tokenHash).execute()
}

export type VisitChange = Partial<
  Pick<
    Visit,
    | 'token_hash'
    | 'stage'
    | 'purpose'
    | 'reset_email'
    | 'confirmed_at'
    | 'pending_secret'
    | 'pending_key'
    | 'started_at'
  >
>

/**
 * Moves a visit on, provided that it has not changed since it was read: of several requests at once exactly one gets
 * true. A new `token_hash` renews the session id; the old one stops working (ASVS 5.0 7.2.4).
 */
export async function changeVisit(
  db: Database,
  from: Pick<Visit, 'token_hash' | 'stage'>,
  change: VisitChange,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('visits')
    .set(change)
    .where('token_hash', '=', from.token_hash)
    .where('stage', '=', from.stage satisfies Stage)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function endVisit(db: Database, tokenHash: string): Promise<void> {
  await db.deleteFrom('visits').where('token_hash', '=', tokenHash).execute()
}

/** The sessions of an account, the latest seen first; logins that are half-way are none. */
export function sessionsOfAccount(db: Database, account: string): Promise<Visit[]> {
  return db
    .selectFrom('visits')
    .selectAll()
    .where('account_id', '=', account)
    .where('stage', '=', 'in' satisfies Stage)
    .orderBy('seen_at', 'desc')
    .execute()
}

/** Ends every session and half-way login of an account, but for the visit `except` (ASVS 5.0 7.4.3). */
export async function endVisitsOfAccount(db: Database, account: string, except = ''): Promise<void> {
  await db.deleteFrom('visits').where('account_id', '=', account).where('token_hash', '!=', except).execute()
}

/**
 * Ends the logins of an account that are past the password and not done. Those that wait for the password have proven
 * nothing, and ending them would tell that the address has an account (ASVS 5.0 6.3.8).
 */
export async function endHalfWayOfAccount(db: Database, account: string): Promise<void> {
  await db
    .deleteFrom('visits')
    .where('account_id', '=', account)
    .where('stage', 'not in', ['password', 'in'] satisfies Stage[])
    .execute()
}

/**
 * Everyone in a sandbox who is past the password or was let in by a provider, with the provider's issuer; null: by
 * password.
 */
export function visitsBeyondPassword(db: Database, sandbox: string) {
  return db
    .selectFrom('visits')
    .leftJoin('sso_sessions', 'sso_sessions.visit_hash', 'visits.token_hash')
    .select(['visits.token_hash', 'visits.account_id', 'sso_sessions.issuer'])
    .where('visits.sandbox_id', '=', sandbox)
    .where('visits.stage', '!=', 'password' satisfies Stage)
    .execute()
}
