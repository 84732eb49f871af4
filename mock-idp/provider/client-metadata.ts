import type { ClientMetadata } from 'oidc-provider'
import type { Application } from '../directory/types.ts'

/** Stands in for the registered addresses; see below. Never visited. */
const placeholder = 'https://registered.invalid/'

/**
 * An application as oidc-provider wants a client. Redirect URIs, secrets and their expiry are judged by the directory
 * itself (see `govern-clients.ts`): the library's own rules for them are stricter in places than those of the providers
 * that are simulated (http addresses for id_token, one secret only), and a placeholder keeps them out.
 */
export function clientMetadata(application: Application, kind: 'entra' | 'oidc'): ClientMetadata {
  const isPublic = application.passwordCredentials.length === 0 && application.web.redirectUris.length === 0
  const idToken = kind === 'oidc' || application.web.implicitGrantSettings.enableIdTokenIssuance
  return {
    client_id: application.appId,
    client_name: application.displayName,
    redirect_uris: [placeholder],
    post_logout_redirect_uris: application.postLogoutRedirectUris,
    response_types: idToken ? ['code', 'id_token', 'code id_token'] : ['code'],
    grant_types: [
      'authorization_code',
      'refresh_token',
      ...(idToken ? ['implicit'] : []),
      ...(isPublic ? [] : ['client_credentials']),
    ],
    id_token_signed_response_alg: application.idTokenSigningAlg,
    subject_type: kind === 'entra' ? 'pairwise' : 'public',
    ...(application.backchannelLogoutUri && {
      backchannel_logout_uri: application.backchannelLogoutUri,
      backchannel_logout_session_required: true,
    }),
    ...(isPublic
      ? { token_endpoint_auth_method: 'none' }
      : { token_endpoint_auth_method: 'client_secret_post', client_secret: application.appId }),
  }
}
