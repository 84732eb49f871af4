import * as client from 'openid-client'
import { subject } from './rule.ts'

const rule = subject('sso-logins')

const TEN_MINUTES = 10 * 60 * 1000

/** Tokens have whole seconds, and two clocks are never quite the same. */
const TOLERANCE_MS = 30_000

const LONGEST = 300

/** Entra has one error number for a cancelled login and a declined consent. */
const cancelled = /cancel/i

/** Entra's error numbers for a declined or missing consent, and the words of other providers. */
const declined = /AADSTS65004|AADSTS65001|declin|consent/i

interface SignIn {
  configuration: client.Configuration
  /** The callback address with its parameters, or the request that was posted to it. */
  answer: URL | Request
  nonce: string
  state: string
  /** RFC 7636; null where the ID token comes through the browser. */
  verifier: string | null
}

interface Refusal {
  what: 'cancelled' | 'declined' | 'other'
  message: string
}

export type Claims = client.IDToken & Record<string, unknown>

export const isProviderLoginOver = rule(
  {
    says: 'A login at the provider is finished within ten minutes.',
    clauses: ['RFC 9700 4.7.1', 'ASVS 5.0 10.1.2'],
    tests: ['sso/sign-in.test.ts'],
  },
  /** Times in ms. */
  ({ issuedAt, now }: { issuedAt: number; now: number }): boolean => now - issuedAt >= TEN_MINUTES,
)

export const verifySignIn = rule(
  {
    says: 'An ID token is checked for issuer, audience, expiry, nonce and signature, also where it comes from the token endpoint. The answer is checked for its state and, where the provider announces it, its issuer; the userinfo is checked for its subject.',
    clauses: [
      'OpenID Connect Core 1.0 3.1.3.7',
      'OpenID Connect Core 1.0 3.2.2.11',
      'OpenID Connect Core 1.0 5.3.2',
      'RFC 9207 2.4',
      'ASVS 5.0 6.8.2',
      'ASVS 5.0 9.1.1',
      'ASVS 5.0 9.2.1',
      'ASVS 5.0 10.1.2',
      'ASVS 5.0 10.2.2',
      'ASVS 5.0 10.5.1',
      'ASVS 5.0 10.5.4',
    ],
    tests: ['sso/sign-in.test.ts'],
  },
  /**
   * Answers the claims, and the ID token unchanged.
   * @throws an error of openid-client when a check fails
   */
  async ({
    configuration,
    answer,
    nonce,
    state,
    verifier,
  }: SignIn): Promise<{ claims: Claims; idToken: string }> => {
    if (verifier === null) {
      const idToken =
        answer instanceof Request ? (await answer.clone().formData()).get('id_token') : undefined
      const claims = await client.implicitAuthentication(configuration, answer, nonce, {
        expectedState: state,
      })
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
  },
)

export const explainRefusal = rule(
  {
    says: 'When the provider does not let someone in, the login page says why, as the provider gave it.',
    clauses: ['OpenID Connect Core 1.0 3.1.2.6', 'RFC 6749 4.1.2.1'],
    tests: ['sso/sign-in.test.ts'],
  },
  ({ error, description = '' }: { error: string; description?: string | undefined }): Refusal => {
    if (error === 'access_denied' && declined.test(description) && !cancelled.test(description))
      return {
        what: 'declined',
        message: 'You declined what 1Secure asks your provider for, so you weren’t logged in',
      }
    if (error === 'access_denied')
      return {
        what: 'cancelled',
        message: 'The login was cancelled at your provider. Log in again when you are ready',
      }
    const said = (description || error).replaceAll(/\s+/g, ' ').slice(0, LONGEST)
    return { what: 'other', message: `Your provider didn’t let you in. It says: ${said}` }
  },
)

export const isFreshSignIn = rule(
  {
    says: 'Someone who confirms a change at the provider signs in there again. A provider that gives no time of the sign-in confirms nothing, because it may not have asked.',
    clauses: ['ASVS 5.0 6.8.4', 'OpenID Connect Core 1.0 2'],
    tests: ['sso/confirming.test.ts'],
  },
  /** `authTime` is the claim in seconds since 1970; `issuedAt` is when the person left for the provider, in ms. */
  ({ authTime, issuedAt }: { authTime: unknown; issuedAt: number }): boolean =>
    typeof authTime === 'number' && authTime * 1000 >= issuedAt - TOLERANCE_MS,
)
