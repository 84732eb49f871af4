import type { JWK } from 'jose'
import { publicKeyOf } from '../keys/public.ts'
import type { Authority } from '../provider/authority.ts'
import { deviceGrant, responseTypes } from '../provider/client-metadata.ts'

/** The metadata of a generic provider (OpenID Connect Discovery 1.0 section 3, RFC 9207 section 3). */
export function oidcMetadata({ base, mount, issuer, directory }: Authority): Record<string, unknown> {
  const at = (path: string) => `${base}${mount}${path}`
  const authMethods = ['client_secret_basic', 'client_secret_post', 'none']
  return {
    issuer,
    authorization_endpoint: at('/authorize'),
    token_endpoint: at('/token'),
    userinfo_endpoint: at('/userinfo'),
    jwks_uri: at('/jwks'),
    end_session_endpoint: at('/logout'),
    revocation_endpoint: at('/revoke'),
    introspection_endpoint: at('/introspect'),
    pushed_authorization_request_endpoint: at('/par'),
    device_authorization_endpoint: at('/device-authorization'),
    ...(directory?.registration && { registration_endpoint: at('/register') }),
    response_types_supported: responseTypes,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    grant_types_supported: [
      'authorization_code',
      'refresh_token',
      'client_credentials',
      'implicit',
      deviceGrant,
    ],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256', 'ES256'],
    token_endpoint_auth_methods_supported: authMethods,
    revocation_endpoint_auth_methods_supported: authMethods,
    introspection_endpoint_auth_methods_supported: authMethods,
    code_challenge_methods_supported: ['S256'],
    dpop_signing_alg_values_supported: ['ES256', 'Ed25519', 'EdDSA'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    claims_supported: [
      'sub',
      'name',
      'given_name',
      'family_name',
      'preferred_username',
      'email',
      'email_verified',
    ],
    claims_parameter_supported: true,
    request_uri_parameter_supported: false,
    authorization_response_iss_parameter_supported: true,
    frontchannel_logout_supported: true,
    frontchannel_logout_session_supported: true,
    backchannel_logout_supported: true,
    backchannel_logout_session_supported: true,
  }
}

export const oidcKeys = (keys: readonly JWK[]): JWK[] => keys.map(publicKeyOf)
