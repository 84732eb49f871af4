import type { Database } from './open-store.ts'
import type { ChallengeTable } from './schema.ts'

/** Remembers a challenge in place of what the visit was offered before for the same purpose. */
export async function addChallenge(db: Database, challenge: Omit<ChallengeTable, 'used_at'>): Promise<void> {
  await db
    .deleteFrom('challenges')
    .where('visit_hash', '=', challenge.visit_hash)
    .where('purpose', '=', challenge.purpose)
    .execute()
  await db
    .insertInto('challenges')
    .values({ ...challenge, used_at: null })
    .execute()
}

/**
 * Spends a challenge that was issued to this visit for this purpose, and answers when it was issued; undefined when it
 * does not exist or was spent before (WebAuthn Level 3 section 13.4.3).
 */
export async function spendChallenge(
  db: Database,
  challenge: Pick<ChallengeTable, 'challenge' | 'visit_hash' | 'purpose'>,
  now: number,
): Promise<number | undefined> {
  const spent = await db
    .updateTable('challenges')
    .set({ used_at: now })
    .where('challenge', '=', challenge.challenge)
    .where('visit_hash', '=', challenge.visit_hash)
    .where('purpose', '=', challenge.purpose)
    .where('used_at', 'is', null)
    .returning('issued_at')
    .executeTakeFirst()
  return spent && Number(spent.issued_at)
}
