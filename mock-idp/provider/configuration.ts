import { decodeJwt } from 'jose'
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider'
import { versionParam } from '../entra/version-one.ts'
import type { SigningKey } from '../keys/signing-key.ts'
import { fillApiToken } from './api-tokens.ts'
import { artifactAdapter } from './artifacts.ts'
import type { Authority } from './authority.ts'
import { entraClaims, memberships, oidcClaims } from './claims.ts'
import { clientMetadata, responseTypes } from './client-metadata.ts'
import { cookieSites } from './cookie-sites.ts'
import { deviceFlow } from './device-codes.ts'
import { grantFor } from './grants.ts'
import { graphScopes } from './graph-scopes.ts'
import type { BareIssuer } from './issuer.ts'
import { lifetimesAt, refreshTokenReuse } from './lifetimes.ts'
import { pairwiseSubject } from './pairwise.ts'
import { promptPolicy } from './prompt-policy.ts'
import { apiTokens } from './resource-indicators.ts'
import { endpointsOf } from './routes.ts'
import { showError } from './show-error.ts'
import { standardScopes } from './standard-scopes.ts'
import { mayIntrospect, mayRevoke } from './token-rights.ts'

/**
 * The library drops `offline_access` unless `prompt=consent` comes with it (Core section 11); Entra and many others don't ask for
 * that. The request still has it.
 */
function keepOfflineAccess({ query, oidc }: KoaContextWithOIDC) {
  const { params = {} } = oidc
  const { PushedAuthorizationRequest: pushed } = oidc.entities
  const asked = pushed?.request ? decodeJwt(pushed.request).scope : (oidc.body?.scope ?? query.scope)
  const isAsked = String(asked).split(' ').includes('offline_access')
  const scopes = new Set(
    String(params.scope ?? '')
      .split(' ')
      .filter(Boolean),
  )
  const givesCode = params.response_type === undefined || String(params.response_type).includes('code')
  if (isAsked && givesCode) params.scope = [...scopes.add('offline_access')].join(' ')
}

/** The library's own exchange with the outside (back-channel logout), without its ban on loopback: everything here is one. */
const fetchAnywhere: Configuration['fetch'] = (url, options) => {
  const { dispatcher: _, ...rest } = { dispatcher: undefined, ...options }
  return fetch(url, rest)
}

/** Asked at each use, because a directory changes while the provider runs. */
const lifetimeFunctions = (authority: Authority): Configuration['ttl'] =>
  Object.fromEntries(
    Object.keys(lifetimesAt(authority)).map((name) => [
      name,
      () => lifetimesAt(authority)[name as keyof ReturnType<typeof lifetimesAt>],
    ]),
  )

export function configurationOf(issuer: BareIssuer, keys: SigningKey[]): Configuration {
  const { authority, state } = issuer
  const { kind, mount } = authority
  const sites = cookieSites(issuer.authority.base)
  const place = { ...state.placeOf(authority.directory), now: issuer.clock }

  async function findClient(appId: string) {
    await issuer.load(appId)
    const application = issuer.applications.get(appId)
    return application && { ...clientMetadata(application, kind) }
  }

  return {
    adapter: (model: string) => {
      const reuse = model === 'RefreshToken' ? () => refreshTokenReuse(authority) : undefined
      const kept = artifactAdapter(state.artifacts, place, model, reuse)
      return model === 'Client' ? { ...kept, find: findClient } : kept
    },
    jwks: { keys },
    cookies: {
      keys: state.cookieKeys,
      names: { session: 'idp_session', interaction: 'idp_interaction', resume: 'idp_resume' },
      long: { path: mount, httpOnly: true, ...sites, signed: true },
      short: { httpOnly: true, ...sites, signed: true },
    },
    routes: endpointsOf(kind),
    scopes: kind === 'entra' ? [...standardScopes, ...graphScopes] : standardScopes,
    claims: { openid: ['sub'], acr: null, sid: null, auth_time: null, iss: null },
    subjectTypes: kind === 'entra' ? ['pairwise'] : ['public'],
    pairwiseIdentifier: (_ctx, accountId, client) => pairwiseSubject(accountId, client.clientId),
    responseTypes: [...responseTypes],
    // The last check that may change a request. It belongs to no parameter.
    extraParams: { ticket: null, [versionParam]: null, offline_access: keepOfflineAccess },
    conformIdTokenClaims: false,
    allowOmittingSingleRegisteredRedirectUri: false,
    // Where a misbehaviour looks at no proof, the challenge is taken out of the request.
    pkce: {
      required: (_ctx, client) =>
        client.clientAuthMethod === 'none' && !issuer.misbehaviourOf(undefined)?.skipsPkce,
    },
    clientBasedCORS: () => true,
    fetch: fetchAnywhere,
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: kind === 'oidc' },
      pushedAuthorizationRequests: { enabled: kind === 'oidc' },
      clientCredentials: { enabled: true },
      resourceIndicators: apiTokens(issuer),
      claimsParameter: { enabled: kind === 'oidc' },
      deviceFlow: deviceFlow(issuer),
      backchannelLogout: { enabled: true },
      // The sign-out pages are our own: they also reach clients by the front channel, which the library doesn't.
      rpInitiatedLogout: { enabled: false },
      revocation: { enabled: kind === 'oidc', allowedPolicy: mayRevoke },
      introspection: { enabled: kind === 'oidc', allowedPolicy: mayIntrospect },
    },
    interactions: {
      policy: promptPolicy(issuer),
      url: (_ctx, interaction) => `${mount}/login/${interaction.uid}`,
    },
    async findAccount(ctx, accountId) {
      const account = await issuer.loadAccount(accountId)
      if (!account?.user.accountEnabled) return undefined
      const { directory, user } = account
      return {
        accountId,
        async claims(use, scope) {
          const scopes = new Set(scope.split(' '))
          const claims =
            kind === 'entra' ? entraClaims(use, user, directory, scopes) : oidcClaims(user, scopes)
          const application = issuer.applications.get(ctx.oidc?.client?.clientId ?? '')
          const belongs =
            kind === 'entra' && use === 'userinfo' ? {} : memberships(application, directory, user)
          return { sub: accountId, ...belongs, ...claims }
        },
      }
    },
    loadExistingGrant: (ctx) => grantFor(issuer, ctx),
    rotateRefreshToken: true,
    formats: { customizers: { jwt: (ctx, token, draft) => fillApiToken(issuer, ctx, token, draft) } },
    renderError: showError,
    ttl: lifetimeFunctions(authority),
  }
}
