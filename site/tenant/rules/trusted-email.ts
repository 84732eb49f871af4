import type { SsoMethod } from './read-client-id.ts'

/**
 * By which address the first login finds the added user. OpenID Connect Core 1.0 section 5.7: an e-mail address counts only
 * when the provider has verified it. Entra’s `email` can be set to anything by a directory’s administrators (Microsoft’s
 * advice on claims): there the sign-in name counts, and `email` only where `xms_edov` vouches for its domain.
 */
export function trustedEmail(claims: Record<string, unknown>, method: SsoMethod): string | undefined {
  const { email, email_verified, preferred_username, xms_edov } = claims
  const vouched =
    method === 'entra-id' ? [true, 1, '1', 'true'].includes(xms_edov as string) : email_verified === true
  const name = vouched ? email : method === 'entra-id' ? preferred_username : undefined
  return typeof name === 'string' && name.includes('@') ? name.toLowerCase() : undefined
}
