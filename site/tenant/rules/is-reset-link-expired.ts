const LIFE_MS = 60 * 60 * 1000

/**
 * The documentation leaves open how long a reset link lives. NIST SP 800-63B-4 section 4.2.1.2 allows a mailed recovery
 * code 24 hours at most, ASVS 5.0 6.4.1 asks for a short period: it is one hour here. Times in ms.
 */
export function isResetLinkExpired({ issuedAt, now }: { issuedAt: number; now: number }): boolean {
  return now - issuedAt >= LIFE_MS
}
