import type { Rule } from '../authorize-request.ts'

/**
 * MSAL asks for tokens that are bound to a key by `token_type` (`pop`, `ssh-cert`), and Entra gives them. Here there are none, and a
 * bearer token in their place would look as if the binding worked.
 */
export const bearerToken: Rule = ({ params }) => {
  const type = params.get('token_type')
  if (type === null || type.toLowerCase() === 'bearer') return undefined
  return {
    code: 9002313,
    error: 'invalid_request',
    message: `The 'token_type' ${type} is not supported here: access tokens are bearer tokens.`,
  }
}
