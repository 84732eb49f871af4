const LIFE_MS = 48 * 60 * 60 * 1000

/** ASVS 5.0 6.4.1, and the documentation (activate-account): the activation link lives for two days. Times in ms. */
export function isLinkExpired({ issuedAt, now }: { issuedAt: number; now: number }): boolean {
  return now - issuedAt >= LIFE_MS
}
