import { redirectUrisOf } from '../directory/lookup.ts'
import type { Application, Directory, User } from '../directory/types.ts'
import { injectForm } from '../http/inject.ts'
import { accountIdOf, type Issuer } from '../provider/issuer.ts'
import { makeCode } from '../provider/make-code.ts'
import { endpointsOf } from '../provider/routes.ts'
import { routeIssuer } from '../route-issuer.ts'

/** The application can't get tokens as it is registered, or the provider refused; the message says why. */
export class TokenRefused extends Error {
  readonly code = 'TOKEN_REFUSED'
}

export type TokenResponse = Record<string, unknown> & { access_token: string; id_token?: string }

/**
 * Tokens for a user and an application without a browser: a code is issued as after a sign-in, and redeemed at the token
 * endpoint with everything that belongs to that, misbehaviours included. Throws TokenRefused.
 * @internal
 */
export async function issueTokensFor(
  issuer: Issuer,
  who: { directory: Directory; user: User; application: Application },
  scope: string,
): Promise<TokenResponse> {
  const { directory, user, application } = who
  const [redirect] = redirectUrisOf(application)
  if (!redirect) throw new TokenRefused(`The application '${application.displayName}' has no redirect URI.`)
  await issuer.load(application.appId)
  const { authority } = issuer
  const accountId = accountIdOf(directory, user.id)
  const code = await makeCode(issuer, {
    accountId,
    clientId: application.appId,
    redirectUri: redirect.uri,
    scope,
  })
  if (code === undefined) throw new TokenRefused(`There is no application '${application.appId}' here.`)
  const [secret] = application.passwordCredentials
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: application.appId,
    redirect_uri: redirect.uri,
    code,
    ...(secret && { client_secret: secret.secretText }),
  })
  const path = authority.mount + endpointsOf(authority.kind).token
  const { exchange, answer } = injectForm(authority.base, path, form)
  await routeIssuer(exchange, issuer)
  const { status, body } = await answer
  if (status === 200) return JSON.parse(body)
  throw new TokenRefused(`The token endpoint answered ${status}: ${body}`)
}
