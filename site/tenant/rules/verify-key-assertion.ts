import {
  type AuthenticationResponseJSON,
  verifyAuthenticationResponse,
  type WebAuthnCredential,
} from '@simplewebauthn/server'

interface AssertionClaim {
  response: AuthenticationResponseJSON
  /** Spends the challenge; false when it isn't a live one. */
  isChallenge: (challenge: string) => Promise<boolean>
  origin: string
  /** Who may have the product in a frame when the key is used. */
  deskOrigin?: string | undefined
  rpId: string
  credential: WebAuthnCredential
  /** What the account is known by on its keys, base64url. */
  handle: string
}

/**
 * WebAuthn Level 3 section 7.2: challenge, origin, type, RP ID, presence, signature; a counter that doesn't rise is refused,
 * for it may be a copied key. Answers the new counter, or undefined when something doesn't hold.
 */
export async function verifyKeyAssertion(claim: AssertionClaim): Promise<{ counter: number } | undefined> {
  const { response, isChallenge, origin, deskOrigin, rpId, credential, handle } = claim
  const { userHandle } = response.response
  if (userHandle && userHandle !== handle) return undefined
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: isChallenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      ...(deskOrigin ? { expectedTopOrigin: deskOrigin } : {}),
      requireUserVerification: false,
      credential,
    })
    return verified ? { counter: authenticationInfo.newCounter } : undefined
  } catch {
    return undefined
  }
}
