import { subject } from './rule.ts'
import type { SsoMethod } from './sso-settings.ts'

const rule = subject('identities')

interface TenantClaims {
  iss: string
  tid?: unknown
  oid?: unknown
}

export const checkTenant = rule(
  {
    says: 'A token of Entra names the directory of its issuer, and the configured directory where there is one (tid). The person is the object in that directory (oid).',
    clauses: ['ASVS 5.0 6.8.1', 'ASVS 5.0 10.5.2'],
    tests: ['sso/sign-in.test.ts'],
  },
  /** Answers the person's permanent name, `<tid>/<oid>`, or undefined when a check fails. */
  ({ iss, tid, oid }: TenantClaims, directoryId: string | null): string | undefined => {
    if (typeof tid !== 'string' || typeof oid !== 'string' || oid === '') return undefined
    const ofIssuer = /\/([^/]+)\/v2\.0$/.exec(iss)?.[1]
    const right = tid === ofIssuer && (directoryId === null || tid === directoryId)
    return right ? `${tid}/${oid}` : undefined
  },
)

export const trustedEmail = rule(
  {
    says: 'The first login finds the added user by an e-mail address that the provider has verified. Administrators of a directory in Entra can set email to anything, so there the sign-in name counts, and email only where xms_edov confirms its domain.',
    clauses: ['OpenID Connect Core 1.0 5.7'],
    tests: ['sso/who-is-who.test.ts'],
  },
  (claims: Record<string, unknown>, method: SsoMethod): string | undefined => {
    const { email, email_verified, preferred_username, xms_edov } = claims
    const verified =
      method === 'entra-id' ? [true, 1, '1', 'true'].includes(xms_edov as string) : email_verified === true
    const name = verified ? email : method === 'entra-id' ? preferred_username : undefined
    return typeof name === 'string' && name.includes('@') ? name.toLowerCase() : undefined
  },
)

export const mayLinkIdentity = rule(
  {
    says: 'A person at a provider is issuer and subject, never an e-mail address. The address finds the added user at the first login only, and takes over no account that is linked to someone else.',
    clauses: ['ASVS 5.0 6.8.1', 'ASVS 5.0 10.5.2'],
    tests: ['sso/who-is-who.test.ts'],
  },
  ({ linked }: { linked: boolean }): boolean => !linked,
)
