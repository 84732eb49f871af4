import type { errors } from 'oidc-provider'
import { unsupportedParameter } from '../oidc/explain.ts'
import { parameterMissing, type Refusal } from './refusal.ts'
import { signInRefusals } from './sign-in-refusals.ts'

type LibraryError = Pick<errors.OIDCProviderError, 'message' | 'error_description' | 'error_detail'> & {
  error?: string
}

/** Details of oidc-provider that have a separate number at Entra. */
const byDetail: readonly [RegExp, number, string, string][] = [
  [
    /device code (?:not found|already consumed)/,
    70018,
    'bad_verification_code',
    "The 'device_code' is unknown or was redeemed before.",
  ],
  [/device code is expired/, 70019, 'expired_token', 'The device code has expired; ask for a new one.'],
  [
    /already consumed/,
    54005,
    'invalid_grant',
    'The authorization code was redeemed before; ask for a new one.',
  ],
  [/code is expired/, 70008, 'invalid_grant', 'The authorization code has expired; ask for a new one.'],
  [
    /PKCE|code_verifier|code_challenge/,
    501481,
    'invalid_grant',
    "The 'code_verifier' does not match the 'code_challenge' of the authorization request.",
  ],
  [
    /redirect_uri mismatch/,
    500112,
    'invalid_grant',
    "The 'redirect_uri' is another one than in the authorization request.",
  ],
  [
    /refresh token/,
    700082,
    'invalid_grant',
    'The refresh token is unknown, expired or was revoked; sign in again.',
  ],
  [
    /prompt (?:value|none)/,
    90023,
    'invalid_request',
    "The value of 'prompt' is not valid: login, none, consent and select_account are.",
  ],
]

/** For everything else: the general number of an OAuth error. */
const byError: Record<string, number> = {
  authorization_pending: 70016,
  authorization_declined: 65004,
  access_denied: 65004,
  invalid_grant: 70000,
  unsupported_grant_type: 70003,
  unsupported_response_type: 70005,
  unsupported_response_mode: 70007,
  invalid_scope: 70011,
  invalid_target: 9010010,
  unauthorized_client: 700016,
  invalid_client: 7000215,
}
const malformed = 9002313

/**
 * What is wrong with the proof key of an authorization request, which has no verifier yet (RFC 7636 section 4.4.1). 9002325 with
 * `invalid_request` is what learn.microsoft.com/answers/questions/5789574 quotes; it is for redirect URIs of type spa, which
 * Microsoft's page on the authorization code flow wants a proof key for.
 */
const proofKeyProblems: readonly [RegExp, number, string][] = [
  [
    /requires? PKCE|PKCE to be used/,
    9002325,
    "Proof Key for Code Exchange is required for this application: send 'code_challenge' with 'code_challenge_method' S256.",
  ],
  [
    /value of code_challenge_method|code_challenge_method must/,
    9002313,
    "The 'code_challenge_method' is not one of S256 and plain.",
  ],
  [/code_challenge/, 501491, "The 'code_challenge' is missing or malformed."],
]

const detailOf = (err: LibraryError) => `${err.error_detail ?? ''} ${err.error_description ?? ''}`

/** An error of an authorization request in Entra's words. */
export function translateAuthorizationError(err: LibraryError, applicationName = ''): Refusal {
  const [, code, message] = proofKeyProblems.find(([pattern]) => pattern.test(detailOf(err))) ?? []
  if (code === undefined || message === undefined) return translateError(err, applicationName)
  return { code, error: 'invalid_request', message }
}

/** An error of oidc-provider in Entra's words. */
export function translateError(err: LibraryError, applicationName = ''): Refusal {
  const error = err.error ?? err.message
  const detail = detailOf(err)
  if (error === 'login_required')
    return signInRefusals.noSession(
      detail.includes('login_hint') ? 'The hinted user is not signed in here' : undefined,
    )
  if (error === 'consent_required') return signInRefusals.noConsent(applicationName)
  if (/is not assigned to/.test(detail))
    return { code: 50105, error: 'invalid_grant', message: err.error_description ?? detail, onPage: true }
  const [, missing] = /missing required parameters?(?:\(s\))? '(\w+)'/.exec(detail) ?? []
  if (missing !== undefined) return parameterMissing(missing)
  const known = byDetail.find(([pattern]) => pattern.test(detail))
  if (known) return { code: known[1], error: known[2], message: known[3] }
  const sentence = (err.error_description ?? unsupportedParameter(err) ?? 'the request is malformed').replace(
    /^./,
    (first) => first.toUpperCase(),
  )
  return {
    code: byError[error] ?? malformed,
    error,
    message: sentence.endsWith('.') ? sentence : `${sentence}.`,
  }
}
