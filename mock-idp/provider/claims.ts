import { groupsOf, rolesOf } from '../directory/lookup.ts'
import type { Application, Directory, User } from '../directory/types.ts'

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

/** Roles of a user in an application, and groups where the application asks for them; what is empty is left out. */
export function memberships(application: Application | undefined, directory: Directory, user: User) {
  const roles = application ? rolesOf(application, directory, user) : []
  const groups = application?.groupClaims ? groupsOf(directory, user).map(({ id }) => id) : []
  return { ...(roles.length > 0 && { roles }), ...(groups.length > 0 && { groups }) }
}

/**
 * What Entra says about a user. In the ID token: version, tenant, object id, name; `email` only when the user has a mailbox
 * and never `email_verified` (FACTS, Microsoft Entra). The userinfo answer has names and email alone, each if its
 * scope was granted (learn.microsoft.com/entra/identity-platform/userinfo); more is Graph's to say.
 */
export function entraClaims(use: string, user: User, directory: Directory, scopes: ReadonlySet<string>) {
  const { given_name, family_name, ...named } = standardClaims(user, scopes)
  if (use === 'userinfo') {
    const { preferred_username: _, ...shown } = named
    return { ...shown, given_name, family_name }
  }
  return { ver: '2.0', tid: directory.id, oid: user.id, ...named, ...user.claims }
}

/** What a generic provider says: the same in both places, with `email_verified`. */
export function oidcClaims(user: User, scopes: ReadonlySet<string>) {
  return {
    ...standardClaims(user, scopes),
    ...(scopes.has('email') && user.mail !== undefined && { email_verified: true }),
    ...user.claims,
  }
}
