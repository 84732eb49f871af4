import type { Rule } from '../authorize-request.ts'

/** Of SHA-256 in base64url (RFC 7636 section 4.2). */
const challengeLength = 43

/** Of `plain`, where it is the verifier (RFC 7636 section 4.1). */
const plainChallenge = /^[\w.~-]{43,128}$/

const refused = (message: string) => ({ code: 501491, error: 'invalid_request', message })

/** AADSTS501491: the code challenge has another size than its method makes (Microsoft's reference of error codes). */
export const codeChallengeSize: Rule = ({ params }) => {
  const challenge = params.get('code_challenge')
  const method = params.get('code_challenge_method') ?? 'plain'
  if (challenge === null) return undefined
  if (method === 'plain' && !plainChallenge.test(challenge))
    return refused(
      "The size of 'code_challenge' is not valid: plain has 43 to 128 letters, digits and - . _ ~.",
    )
  if (method !== 'S256' || challenge.length === challengeLength) return undefined
  return refused(
    `The size of 'code_challenge' is not valid: S256 in base64url without padding has ${challengeLength} characters, this one has ${challenge.length}.`,
  )
}
