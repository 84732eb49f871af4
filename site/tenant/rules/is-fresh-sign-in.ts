/** Tokens tell whole seconds, and two clocks are never quite the same. */
const TOLERANCE_MS = 30_000

/**
 * ASVS 5.0 6.8.4, OpenID Connect Core 1.0 section 2 (`auth_time`): whoever was sent to the provider to confirm that it's them
 * must have signed in there since. A provider that doesn't say when that was may not have asked at all.
 * @param authTime seconds since 1970, as the ID token has it
 * @param issuedAt when the person was sent there, in ms
 */
export function isFreshSignIn({ authTime, issuedAt }: { authTime: unknown; issuedAt: number }): boolean {
  return typeof authTime === 'number' && authTime * 1000 >= issuedAt - TOLERANCE_MS
}
