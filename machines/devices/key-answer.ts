import { type Attested, authenticatorData, type Flags } from './authenticator-data.ts'
import { type Bytes, toBase64url, utf8 } from './bytes.ts'
import type { Algorithm } from './key-algorithms.ts'

/** How an answer differs from an honest one. Binary members are base64url. */
export interface Forgery {
  /** Of the client data: `webauthn.create` or `webauthn.get`. */
  type?: string
  challenge?: string
  origin?: string
  /** Its hash goes into the authenticator data. */
  rpId?: string
  /** Honest are UP and UV. */
  flags?: Partial<Flags>
  counter?: number
  /** Registers a key of this algorithm, whether it was offered or not. */
  algorithm?: Algorithm
  credentialId?: string
  /** `null`: none, although the key knows one. */
  userHandle?: string | null
  /** Changes one bit. */
  flipSignature?: true
  /** Answers with the newest credential, whether it was asked for or not. */
  unasked?: true
}

/** What the browser says of the ceremony (WebAuthn Level 3 section 5.8.1). */
export function clientData(type: string, challenge: string, origin: string, forgery: Forgery): Bytes {
  return utf8(
    JSON.stringify({
      type: forgery.type ?? type,
      challenge: forgery.challenge ?? challenge,
      origin: forgery.origin ?? origin,
      crossOrigin: false,
    }),
  )
}

/** What the key reports about itself. */
export const keyData = (rpId: string, counter: number, forgery: Forgery, attested?: Attested) =>
  authenticatorData(
    forgery.rpId ?? rpId,
    { UP: true, UV: true, BE: false, BS: false, ...forgery.flags },
    forgery.counter ?? counter,
    attested,
  )

/** An answer in the JSON of section 5.1, its types narrow enough for libraries that are stricter than the standard. */
export function credentialOf<Response>(id: Bytes, response: Response) {
  const name = toBase64url(id)
  return {
    id: name,
    rawId: name,
    type: 'public-key' as const,
    authenticatorAttachment: 'cross-platform' as const,
    clientExtensionResults: {},
    response,
  }
}
