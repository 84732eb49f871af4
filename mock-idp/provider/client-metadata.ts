import type { ClientMetadata, ResponseType } from 'oidc-provider'
import type { Application } from '../directory/types.ts'

/** Stands in for the registered addresses; see below. Never visited. */
const placeholder = 'https://registered.invalid/'

/** RFC 8628 section 3.4. */
export const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code'

/** What a client may ask for at the authorization endpoint; `none` gives nothing but the sign-in. */
export const responseTypes: readonly ResponseType[] = [
  'code',
  'id_token',
  'code id_token',
  'id_token token',
  'code token',
  'code id_token token',
  'none',
]

/** A tenant gives tokens at the authorization endpoint where the registration says so; a generic provider always. */
function responseTypesOf({ web }: Application, kind: 'entra' | 'oidc'): ResponseType[] {
  const { enableIdTokenIssuance, enableAccessTokenIssuance } = web.implicitGrantSettings
  const gives = (name: string) =>
    kind === 'oidc' ||
    ((name !== 'id_token' || enableIdTokenIssuance) && (name !== 'token' || enableAccessTokenIssuance))
  return responseTypes.filter((type) => type.split(' ').every(gives))
}

/** Whether an application has nothing to prove itself by, and no place where it would. */
export const isPublic = ({ passwordCredentials, certificates = [], web }: Application): boolean =>
  passwordCredentials.length === 0 && certificates.length === 0 && web.redirectUris.length === 0

/**
 * An application as oidc-provider wants a client. Redirect URIs, secrets and their expiry are judged by the directory
 * itself (see `govern-clients.ts`): the library's own rules for them are stricter in places than those of the providers
 * that are simulated (http addresses for id_token, one secret only), and a placeholder keeps them out.
 */
export function clientMetadata(application: Application, kind: 'entra' | 'oidc'): ClientMetadata {
  const isOpen = isPublic(application)
  const types = responseTypesOf(application, kind)
  return {
    client_id: application.appId,
    client_name: application.displayName,
    redirect_uris: [placeholder],
    post_logout_redirect_uris: application.postLogoutRedirectUris,
    response_types: types,
    grant_types: [
      'authorization_code',
      'refresh_token',
      ...(types.some((type) => type.includes('token')) ? ['implicit'] : []),
      ...(isOpen ? [] : ['client_credentials']),
    ],
    id_token_signed_response_alg: application.idTokenSigningAlg,
    subject_type: kind === 'entra' ? 'pairwise' : 'public',
    ...(application.backchannelLogoutUri && {
      backchannel_logout_uri: application.backchannelLogoutUri,
      backchannel_logout_session_required: true,
    }),
    ...(isOpen
      ? { token_endpoint_auth_method: 'none' }
      : { token_endpoint_auth_method: 'client_secret_post', client_secret: application.appId }),
  }
}
