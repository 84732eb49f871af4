import { hashToken } from '../secrets.ts'
import type { Database } from './open-store.ts'

/** Longer than any logout token is believed. */
const KEPT_MS = 10 * 60 * 1000

interface TokenId {
  sandbox_id: string
  issuer: string
  jti: string
}

/**
 * Remembers a provider's logout token. False when it has come before: of several at once exactly one gets true
 * (Back-Channel Logout 1.0 section 2.6, step 8).
 */
export async function spendLogoutToken(
  db: Database,
  { sandbox_id, issuer, jti }: TokenId,
  now: number,
): Promise<boolean> {
  await db
    .deleteFrom('logout_tokens')
    .where('sandbox_id', '=', sandbox_id)
    .where('seen_at', '<', now - KEPT_MS)
    .execute()
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('logout_tokens')
    .values({ id: hashToken(JSON.stringify([sandbox_id, issuer, jti])), sandbox_id, seen_at: now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
