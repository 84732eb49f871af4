import {
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
  type WebAuthnCredential,
} from '@simplewebauthn/server'
import { keyAlgorithms } from './key-algorithms.ts'

interface RegistrationClaim {
  response: RegistrationResponseJSON
  /** Spends the challenge; false when it isn't a live one. */
  isChallenge: (challenge: string) => Promise<boolean>
  origin: string
  rpId: string
}

/**
 * WebAuthn Level 3 section 7.1: challenge, origin, type, RP ID, presence, algorithm. As a second factor beside the password
 * a key needs no user verification. Answers the credential, or undefined when something doesn't hold.
 */
export async function verifyKeyRegistration(
  claim: RegistrationClaim,
): Promise<WebAuthnCredential | undefined> {
  const { response, isChallenge, origin, rpId } = claim
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: isChallenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: false,
      supportedAlgorithmIDs: keyAlgorithms,
    })
    // Section 7.1: longer ids are refused.
    const fits = registrationInfo && Buffer.from(registrationInfo.credential.id, 'base64url').length <= 1023
    return fits ? registrationInfo.credential : undefined
  } catch {
    return undefined
  }
}
