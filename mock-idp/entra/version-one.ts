import type { KoaContextWithOIDC } from 'oidc-provider'
import type { User } from '../directory/types.ts'
import { everything } from '../provider/apis.ts'
import { type Authority, tenantIssuer } from '../provider/authority.ts'
import { graphNames } from '../provider/graph-scopes.ts'

/** The parameter by which a request says that it came to an endpoint of version 1.0. Only this provider sets it. */
export const versionParam = 'entra_version'

/** Whether what is being answered was asked for at an endpoint of version 1.0. */
export const isVersionOne = (ctx: KoaContextWithOIDC | undefined): boolean =>
  (ctx?.oidc?.body?.[versionParam] ?? ctx?.oidc?.params?.[versionParam]) === '1.0'

/** The issuer of version 1.0: Entra's is `https://sts.windows.net/{tenant id}/`, this one is at its own host. */
export const versionOneIssuer = (
  authority: Authority,
  tid = authority.directory?.id ?? '{tenantid}',
): string => tenantIssuer(authority, tid).replace(/v2\.0$/, '')

/** Azure AD Graph, the default API of version 1.0, is Microsoft Graph here. */
const formerGraph = new Set(['https://graph.windows.net', '00000002-0000-0000-c000-000000000000'])

/** The scope of version 2.0 that means a resource with everything that was given. */
function scopeOf(resource: string): string {
  const name = resource.replace(/\/$/, '')
  return `${formerGraph.has(name) ? graphNames[0] : name}/${everything}`
}

const signInScopes = 'openid profile email offline_access'

/**
 * Turns an authorization or device-code request of version 1.0 into one of version 2.0: `resource` in place of scopes, which are
 * ignored; an ID token and a refresh token always
 * (MicrosoftDocs/azure-docs, articles/active-directory/azuread-dev/v1-protocols-oauth-code.md).
 */
export function fromVersionOne(params: URLSearchParams) {
  const resource = params.get('resource')
  params.delete('resource')
  params.set('scope', resource ? `${signInScopes} ${scopeOf(resource)}` : signInScopes)
  params.set(versionParam, '1.0')
}

/** The same for a token request; its scope names the API alone. */
export function tokenFromVersionOne(params: URLSearchParams) {
  const resource = params.get('resource')
  params.delete('resource')
  params.delete('scope')
  if (resource) params.set('scope', scopeOf(resource))
  params.set(versionParam, '1.0')
}

/** What version 1.0 says about a user (learn.microsoft.com/entra/identity-platform/access-token-claims-reference). */
export function versionOneClaims(claims: Record<string, unknown>, user: User): Record<string, unknown> {
  const { preferred_username: _, ...rest } = claims
  return {
    ...rest,
    ver: '1.0',
    amr: ['pwd'],
    upn: user.userPrincipalName,
    unique_name: user.userPrincipalName,
    name: user.displayName,
    ...(user.givenName !== undefined && { given_name: user.givenName }),
    ...(user.surname !== undefined && { family_name: user.surname }),
  }
}

/** The token answer of version 1.0: numbers as text, when the token is good, and for what. */
export function versionOneAnswer(
  body: Record<string, unknown>,
  { now, resource }: { now: number; resource: string },
): Record<string, unknown> {
  const lifetime = Number(body.expires_in)
  return {
    ...body,
    expires_in: String(lifetime),
    ext_expires_in: String(lifetime),
    expires_on: String(now + lifetime),
    not_before: String(now),
    resource,
  }
}
