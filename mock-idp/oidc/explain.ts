import type { errors } from 'oidc-provider'

type Failure = Pick<errors.OIDCProviderError, 'message' | 'error_description' | 'error_detail'>

/** Details of oidc-provider in the words of the person who has to change something. */
const inWords: readonly [RegExp, string][] = [
  [
    /authentication mechanism does not match/,
    'an application with a secret sends it, as client_secret or as Basic credentials; one without sends its client_id alone',
  ],
  [
    /unsupported code_challenge_method/,
    'the authorization request had no code_challenge, so there is nothing for the code_verifier to prove',
  ],
]

const grants = 'authorization_code, refresh_token, client_credentials and device_code are supported'

/**
 * The description with what the library keeps to itself, because attackers would like to know it. Here those who test do; it is
 * about test data only.
 */
export function explained({ message, error_description = '', error_detail = '' }: Failure): string {
  if (message === 'unsupported_grant_type') return `${error_description}: ${grants}`
  const [, words = error_detail] = inWords.find(([pattern]) => pattern.test(error_detail)) ?? []
  return words === '' || error_description.includes(words)
    ? error_description
    : `${error_description}: ${words}`
}

/** What the library refuses by a code alone, and its parameter. */
const unsupported: Record<string, string> = {
  request_not_supported:
    "the parameter 'request' is not supported: send what the request object says as parameters",
  request_uri_not_supported:
    "the parameter 'request_uri' is not supported, other than for requests that were pushed",
  registration_not_supported: "the parameter 'registration' is not supported: register the client before",
}

/** A description for an authorization error that has none. */
export const unsupportedParameter = ({ message, error_description }: Failure): string | undefined =>
  error_description === undefined ? unsupported[message] : undefined
