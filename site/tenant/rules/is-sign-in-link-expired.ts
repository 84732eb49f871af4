const LIFE_MS = 10 * 60 * 1000

/** RFC 9700 section 4.2.4, ASVS 5.0 14.2.1: what signs in from an address lives for minutes. Times in ms. */
export function isSignInLinkExpired({ issuedAt, now }: { issuedAt: number; now: number }): boolean {
  return now - issuedAt >= LIFE_MS
}
