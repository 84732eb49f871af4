import { type Configuration, errors } from 'oidc-provider'
import { apiOf, resourceOf, scopesOf } from './apis.ts'
import type { BareIssuer } from './issuer.ts'
import { standardScopes } from './standard-scopes.ts'

/** A field of the token request that says: for Graph, whatever API was named at the sign-in. Only this provider sets it. */
export const forGraph = 'for_graph'

/** Access tokens for registered APIs are JWTs; all others are opaque. */
export const apiTokens = (
  issuer: BareIssuer,
): NonNullable<Configuration['features']>['resourceIndicators'] => ({
  enabled: true,
  defaultResource(_ctx, client, oneOf) {
    const [first] = oneOf ?? []
    const application = issuer.applications.get(client.clientId)
    const isItsOwn = issuer.authority.kind === 'oidc' && application?.accessTokens === 'jwt'
    if (first !== undefined) return first
    if (application && isItsOwn) return resourceOf(application)
    // Asked for the one of several: there is none, so the token is for the userinfo endpoint.
    return oneOf === undefined ? [] : undefined
  },
  useGrantedResource: ({ oidc }) => oidc.body?.[forGraph] === undefined,
  async getResourceServerInfo(_ctx, resource) {
    const api = await apiOf(issuer, resource)
    if (!api) throw new errors.InvalidTarget(`There is no API '${resource}' here.`)
    // A client's own token says what the sign-in was for, and is good for the userinfo endpoint.
    const isOwn = issuer.authority.kind === 'oidc' && resource === resourceOf(api)
    return {
      scope: [...(isOwn ? standardScopes : []), ...scopesOf(api, issuer.authority.kind)].join(' '),
      audience: resource === resourceOf(api) ? api.appId : resource,
      accessTokenFormat: 'jwt',
      jwt: { sign: { alg: 'RS256' } },
    }
  },
})
