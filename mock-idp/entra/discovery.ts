import type { JWK } from 'jose'
import { publicKeyOf } from '../keys/public.ts'
import { type Authority, sharedTenants } from '../provider/authority.ts'
import { endpointsOf, versionOnePaths } from '../provider/routes.ts'
import { versionOneIssuer } from './version-one.ts'

/** The metadata of version 1.0: its own addresses and issuer. */
export function versionOneMetadata(authority: Authority): Record<string, unknown> {
  const { base, mount } = authority
  const own = Object.entries(entraMetadata(authority)).map(([name, value]) => {
    const former = [...versionOnePaths].find(([, path]) => value === base + mount + path)
    return [name, former ? `${base}${mount}${former[0]}` : value] as const
  })
  return { ...Object.fromEntries(own), issuer: versionOneIssuer(authority), scopes_supported: ['openid'] }
}

/** The metadata of a tenant, or of `/common` with the literal template for an issuer (FACTS, Microsoft Entra). */
export function entraMetadata({ base, mount, issuer }: Authority): Record<string, unknown> {
  const at = (path: string) => `${base}${mount}${path}`
  return {
    token_endpoint: at('/oauth2/v2.0/token'),
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
    jwks_uri: at('/discovery/v2.0/keys'),
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer,
    request_uri_parameter_supported: false,
    userinfo_endpoint: at('/oidc/userinfo'),
    authorization_endpoint: at('/oauth2/v2.0/authorize'),
    device_authorization_endpoint: at(endpointsOf('entra').device_authorization),
    http_logout_supported: true,
    frontchannel_logout_supported: true,
    end_session_endpoint: at('/oauth2/v2.0/logout'),
    claims_supported: [
      ...['sub', 'iss', 'aud', 'exp', 'iat', 'auth_time', 'nonce', 'at_hash', 'c_hash', 'sid'],
      ...['ver', 'tid', 'oid', 'preferred_username', 'name', 'email'],
    ],
    cloud_instance_name: new URL(base).host,
    msgraph_host: `${new URL(base).host}${mount}/graph`,
  }
}

/** Entra's keys name their issuer and leave `alg` out. */
export const entraKeys = (keys: readonly JWK[], issuer: string): JWK[] =>
  keys.map((key) => {
    const { alg: _, ...rest } = publicKeyOf(key)
    return { ...rest, issuer }
  })

/** What MSAL asks before anything else: which hosts are the same cloud. Here each host is its own. */
export function instanceDiscovery(base: string) {
  const { host } = new URL(base)
  const [common] = sharedTenants
  return {
    tenant_discovery_endpoint: `${base}/${common}/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  }
}
