import type { Directory, User } from '../directory/types.ts'

/** The standard claims of a user, by the scope that opens them (Core section 5.4). */
function standardClaims(user: User, scopes: ReadonlySet<string>): Record<string, unknown> {
  return {
    ...(scopes.has('profile') && {
      name: user.displayName,
      preferred_username: user.userPrincipalName,
      given_name: user.givenName,
      family_name: user.surname,
    }),
    ...(scopes.has('email') && { email: user.mail }),
  }
}

/**
 * What Entra says about a user. In the ID token: version, tenant, object id, name; `email` only when the user has a mailbox
 * and never `email_verified` (FACTS, Microsoft Entra). The userinfo answer has the same claims without the tenant's.
 */
export function entraClaims(use: string, user: User, directory: Directory, scopes: ReadonlySet<string>) {
  const { given_name, family_name, ...named } = standardClaims(user, scopes)
  return use === 'userinfo'
    ? { ...named, given_name, family_name, ...user.claims }
    : { ver: '2.0', tid: directory.id, oid: user.id, ...named, ...user.claims }
}

/** What a generic provider says: the same in both places, with `email_verified`. */
export function oidcClaims(user: User, scopes: ReadonlySet<string>) {
  return {
    ...standardClaims(user, scopes),
    ...(scopes.has('email') && user.mail !== undefined && { email_verified: true }),
    ...user.claims,
  }
}
