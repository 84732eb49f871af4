import type Provider from 'oidc-provider'
import type { Issuer } from '../provider/issuer.ts'

/** What a token is asked for at a refresh. */
export interface Wanted {
  /** As oidc-provider names it; absent for Graph and for OpenID scopes. */
  resource?: string
  scopes: readonly string[]
}

const union = (one: readonly string[], other: readonly string[]) => [...new Set([...one, ...other])]

/**
 * A refresh token of Entra is bound to user and client, not to a resource
 * (learn.microsoft.com/entra/identity-platform/refresh-tokens), so it is good for APIs and scopes that the sign-in did not name. The
 * library knows those of the sign-in only: this adds the others to the token and its grant.
 */
export const widenRefreshToken = async (
  { provider }: Issuer,
  value: string,
  clientId: string,
  wanted: Wanted,
) => widen(provider, await provider.RefreshToken.find(value), clientId, wanted)

/** In version 1.0 the API may be named with the code alone (v1-protocols-oauth-code.md). */
export const widenCode = async ({ provider }: Issuer, value: string, clientId: string, wanted: Wanted) =>
  widen(provider, await provider.AuthorizationCode.find(value), clientId, wanted)

type Source = InstanceType<Provider['RefreshToken']> | InstanceType<Provider['AuthorizationCode']>

async function widen(
  provider: Provider,
  token: Source | undefined,
  clientId: string,
  { resource, scopes }: Wanted,
) {
  if (!token?.grantId || token.clientId !== clientId) return
  const resources = [token.resource ?? []].flat()
  const before = (token.scope ?? '').split(' ').filter(Boolean)
  const known = resource === undefined || resources.includes(resource)
  if (known && scopes.every((scope) => before.includes(scope))) return
  const grant = await provider.Grant.find(token.grantId)
  if (!grant) return
  if (resource === undefined) grant.addOIDCScope(scopes.join(' '))
  else grant.addResourceScope(resource, scopes.join(' '))
  await grant.save()
  token.scope = union(before, scopes).join(' ')
  if (resource !== undefined) token.resource = union(resources, [resource])
  await token.save()
}
