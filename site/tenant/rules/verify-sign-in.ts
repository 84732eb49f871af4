import * as client from 'openid-client'

interface SignIn {
  configuration: client.Configuration
  /** The callback address as it was called, or what was posted to it. */
  answer: URL | Request
  nonce: string
  state: string
  /** RFC 7636; null where the ID token comes through the browser. */
  verifier: string | null
}

export type Claims = client.IDToken & Record<string, unknown>

/**
 * OpenID Connect Core 1.0 sections 3.1.3.7 and 3.2.2.11: issuer, audience (ASVS 5.0 10.5.4), expiry (ASVS 5.0 9.2.1), nonce (ASVS 5.0
 * 10.5.1) and signature of the ID token, also where it came from the token endpoint (ASVS 5.0 6.8.2 and 9.1.1); state (ASVS 5.0
 * 10.1.2) and, where the provider announces it, `iss` of the answer (RFC 9207 section 2.4, ASVS 5.0 10.2.2); the `sub` of the
 * userinfo (Core 5.3.2). Answers the claims, and the ID token as it came.
 * @throws what openid-client throws when something doesn't hold
 */
export async function verifySignIn({
  configuration,
  answer,
  nonce,
  state,
  verifier,
}: SignIn): Promise<{ claims: Claims; idToken: string }> {
  if (verifier === null) {
    const idToken = answer instanceof Request ? (await answer.clone().formData()).get('id_token') : undefined
    const claims = await client.implicitAuthentication(configuration, answer, nonce, { expectedState: state })
    return { claims: { ...claims }, idToken: String(idToken) }
  }
  const tokens = await client.authorizationCodeGrant(configuration, answer, {
    pkceCodeVerifier: verifier,
    expectedNonce: nonce,
    expectedState: state,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  const { id_token: idToken } = tokens
  if (!claims || idToken === undefined) throw new TypeError('The provider sent no ID token')
  if (configuration.serverMetadata().userinfo_endpoint === undefined)
    return { claims: { ...claims }, idToken }
  const userinfo = await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)
  return { claims: { ...userinfo, ...claims }, idToken }
}
