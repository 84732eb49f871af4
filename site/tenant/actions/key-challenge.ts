import type { Ctx } from '../http/context.ts'
import { addChallenge, spendChallenge } from '../store/challenges.ts'
import type { ChallengeTable, Visit } from '../store/schema.ts'

type Purpose = ChallengeTable['purpose']

/** The domain that security keys are bound to (WebAuthn Level 3 section 5.1.2: RP ID). */
export const rpIdOf = (c: Ctx) => new URL(c.var.tenant.origin).hostname

/** Remembers a challenge for this visit and purpose. */
export async function keepChallenge(
  c: Ctx,
  visit: Visit,
  purpose: Purpose,
  challenge: string,
): Promise<void> {
  const { tenant, sandbox, now } = c.var
  await addChallenge(tenant.store.db, {
    challenge,
    visit_hash: visit.token_hash,
    sandbox_id: sandbox.id,
    purpose,
    issued_at: now,
  })
}

/** Answers whether a challenge is alive, and spends it by asking. */
export function challengeOf(c: Ctx, visit: Visit, purpose: Purpose): (challenge: string) => Promise<boolean> {
  const { tenant, now } = c.var
  return async (challenge) => {
    const claim = { challenge, visit_hash: visit.token_hash, purpose }
    const issuedAt = await spendChallenge(tenant.store.db, claim, now)
    return issuedAt !== undefined && !tenant.rules.isChallengeExpired({ issuedAt, now })
  }
}
