import {
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type WebAuthnCredential,
} from '@simplewebauthn/server'
import { subject } from './rule.ts'

const rule = subject('keys')

const FIVE_MINUTES = 5 * 60 * 1000

/** Bytes; WebAuthn Level 3 section 7.1 refuses longer credential IDs. */
const LONGEST_ID = 1023

interface Claim<Response> {
  response: Response
  /** Spends the challenge; false when it is not a live one. */
  isChallenge: (challenge: string) => Promise<boolean>
  origin: string
  rpId: string
}

interface AssertionClaim extends Claim<AuthenticationResponseJSON> {
  /** The only origin that may show the product in a frame when the key is used. */
  siteOrigin?: string | undefined
  credential: WebAuthnCredential
  /** The account's name on its keys, base64url. */
  handle: string
}

export const keyAlgorithms = rule(
  {
    says: 'A security key signs with EdDSA, ES256 or RS256.',
    clauses: ['WebAuthn Level 3 5.4'],
    tests: ['actions/enrol-key.test.ts'],
  },
  /** Answers COSE algorithm numbers. */
  (): number[] => [-8, -7, -257],
)

export const isChallengeExpired = rule(
  {
    says: 'A challenge for a security key works for five minutes.',
    clauses: ['WebAuthn Level 3 13.4.3'],
    tests: ['actions/enrol-key.test.ts'],
  },
  /** Times in ms. */
  ({ issuedAt, now }: { issuedAt: number; now: number }): boolean => now - issuedAt >= FIVE_MINUTES,
)

export const verifyKeyRegistration = rule(
  {
    says: 'A new security key is checked for challenge, origin, type, RP ID, presence and algorithm. It is a second factor in addition to the password, so it needs no user verification.',
    clauses: ['WebAuthn Level 3 7.1'],
    tests: ['actions/enrol-key.test.ts'],
  },
  /** Answers undefined when a check fails. */
  async (claim: Claim<RegistrationResponseJSON>): Promise<WebAuthnCredential | undefined> => {
    const { response, isChallenge, origin, rpId } = claim
    try {
      const { registrationInfo } = await verifyRegistrationResponse({
        response,
        expectedChallenge: isChallenge,
        expectedOrigin: origin,
        expectedRPID: rpId,
        requireUserVerification: false,
        supportedAlgorithmIDs: keyAlgorithms(),
      })
      const id = Buffer.from(registrationInfo?.credential.id ?? '', 'base64url')
      return id.length <= LONGEST_ID ? registrationInfo?.credential : undefined
    } catch {
      return undefined
    }
  },
)

export const verifyKeyAssertion = rule(
  {
    says: 'The answer of a security key is checked for challenge, origin, type, RP ID, presence, signature and user. A counter that does not rise is refused, because the key may be a copy.',
    clauses: ['WebAuthn Level 3 7.2'],
    tests: ['actions/verify-key.test.ts'],
  },
  /** Answers the new counter, or undefined when a check fails. */
  async (claim: AssertionClaim): Promise<{ counter: number } | undefined> => {
    const { response, isChallenge, origin, siteOrigin, rpId, credential, handle } = claim
    const { userHandle } = response.response
    if (userHandle && userHandle !== handle) return undefined
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response,
        expectedChallenge: isChallenge,
        expectedOrigin: origin,
        expectedRPID: rpId,
        ...(siteOrigin ? { expectedTopOrigin: siteOrigin } : {}),
        requireUserVerification: false,
        credential,
      })
      return verified ? { counter: authenticationInfo.newCounter } : undefined
    } catch {
      return undefined
    }
  },
)
