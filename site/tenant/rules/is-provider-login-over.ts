const LIFE_MS = 10 * 60 * 1000

/** RFC 9700 section 4.7.1, ASVS 5.0 10.1.2: who leaves for the provider must be back within ten minutes. Times in ms. */
export function isProviderLoginOver({ issuedAt, now }: { issuedAt: number; now: number }): boolean {
  return now - issuedAt >= LIFE_MS
}
