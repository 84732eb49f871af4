import type { Rule } from '../authorize-request.ts'

/** Of SHA-256 in base64url (RFC 7636 section 4.2). */
const challengeLength = 43

/** AADSTS501491: the code challenge has another size than S256 makes (Microsoft's reference of error codes). */
export const codeChallengeSize: Rule = ({ params }) => {
  const challenge = params.get('code_challenge')
  if (challenge === null || params.get('code_challenge_method') !== 'S256') return undefined
  if (challenge.length === challengeLength) return undefined
  return {
    code: 501491,
    error: 'invalid_request',
    message: `The size of 'code_challenge' is not valid: S256 in base64url without padding has ${challengeLength} characters, this one has ${challenge.length}.`,
  }
}
