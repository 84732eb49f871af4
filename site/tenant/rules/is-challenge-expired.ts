const LIFE_MS = 5 * 60 * 1000

/** WebAuthn Level 3 section 13.4.3: a challenge lives for five minutes. Times in ms. */
export function isChallengeExpired({ issuedAt, now }: { issuedAt: number; now: number }): boolean {
  return now - issuedAt >= LIFE_MS
}
