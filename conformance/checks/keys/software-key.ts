import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto'
import { encodeCBOR } from '@levischuck/tiny-cbor'
import type { KeyCredential } from '../../targets/target.ts'

/** What a page asks a key for, as JSON: `PublicKeyCredentialCreationOptionsJSON` or `…RequestOptionsJSON`, as far as it is used. */
export interface Asked {
  kind: 'create' | 'get'
  challenge: string
  rpId: string
  origin: string
  /** COSE numbers that a registration offers. */
  algorithms: number[]
}

/** How an answer differs from an honest one. */
export interface Forgery {
  origin?: string
  type?: string
  /** Its hash goes into the answer. */
  rpId?: string
  /** WebAuthn section 6.1; without AT (0x40), which a registration always has. */
  flags?: number
  counter?: number
  flipSignature?: true
  /** Base64url. */
  userHandle?: string
  credentialId?: Buffer
  /** Signs and registers with a key of this curve and COSE algorithm. */
  otherAlgorithm?: true
}

/** An answer, all values base64url. */
export interface KeyAnswer {
  id: string
  clientDataJSON: string
  attestationObject?: string
  authenticatorData?: string
  signature?: string
  userHandle?: string
}

const UP = 0x01
const UV = 0x04
const AT = 0x40
const ES256 = -7
/** Registered, and offered by hardly anybody: ES384 (RFC 9053 section 2.1). */
export const ES384 = -35

const encoded = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url')
const sha256 = (data: Uint8Array | string) => createHash('sha256').update(data).digest()

/** A security key in software that answers as it should (WebAuthn Level 3 sections 6.3 and 8.7: attestation none, and ES256 but where it is
 * registered with another algorithm), or otherwise. */
export class SoftwareKey {
  readonly credentialId: Buffer
  readonly #private: KeyObject
  readonly #rare: KeyObject
  #counter: number

  /** @param held a credential that is registered already */
  constructor(held?: KeyCredential) {
    this.credentialId = held ? Buffer.from(held.credentialId, 'base64') : randomBytes(32)
    this.#counter = held?.signCount ?? 0
    this.#private = held
      ? createPrivateKey({ key: Buffer.from(held.privateKey, 'base64'), format: 'der', type: 'pkcs8' })
      : generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
    this.#rare = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey
  }

  answer(asked: Asked, forgery: Forgery = {}): KeyAnswer {
    const id = forgery.credentialId ?? this.credentialId
    const clientDataJSON = JSON.stringify({
      type: forgery.type ?? `webauthn.${asked.kind}`,
      challenge: asked.challenge,
      origin: forgery.origin ?? asked.origin,
      crossOrigin: false,
    })
    const told = { id: encoded(id), clientDataJSON: encoded(clientDataJSON) }
    const head = this.#head(asked, forgery)
    if (asked.kind === 'create') return { ...told, attestationObject: this.#attest(head, id, forgery) }
    const signature = sign(this.#digest, Buffer.concat([head, sha256(clientDataJSON)]), this.#private)
    const last = signature.length - 1
    if (forgery.flipSignature) signature.writeUInt8(signature.readUInt8(last) ^ 1, last)
    return {
      ...told,
      authenticatorData: encoded(head),
      signature: encoded(signature),
      ...(forgery.userHandle && { userHandle: forgery.userHandle }),
    }
  }

  /** ES256 and RS256 sign a digest; EdDSA makes its own (RFC 8032). */
  get #digest() {
    return this.#private.asymmetricKeyType === 'ed25519' ? null : 'sha256'
  }

  /** Authenticator data without the credential: section 6.1. */
  #head(asked: Asked, forgery: Forgery): Buffer {
    const count = forgery.counter ?? this.#counter + 1
    this.#counter = Math.max(this.#counter, count)
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(count)
    const flags = (forgery.flags ?? UP | UV) | (asked.kind === 'create' ? AT : 0)
    return Buffer.concat([sha256(forgery.rpId ?? asked.rpId), Buffer.from([flags]), counter])
  }

  #attest(head: Buffer, id: Buffer, { otherAlgorithm }: Forgery): string {
    const length = Buffer.alloc(2)
    length.writeUInt16BE(id.length)
    const key = otherAlgorithm ? coseKey(this.#rare, ES384, 2) : coseKey(this.#private, ES256, 1)
    const authData = Buffer.concat([head, Buffer.alloc(16), length, id, key])
    const attestation = new Map<string, string | Uint8Array | Map<string, never>>([
      ['fmt', 'none'],
      ['attStmt', new Map<string, never>()],
      ['authData', new Uint8Array(authData)],
    ])
    return encoded(encodeCBOR(attestation))
  }
}

/** RFC 9053 section 7.1.1: an EC2 key. */
function coseKey(key: KeyObject, algorithm: number, curve: number): Uint8Array {
  const { x = '', y = '' } = createPublicKey(key).export({ format: 'jwk' })
  const coordinate = (value: string) => new Uint8Array(Buffer.from(value, 'base64url'))
  return encodeCBOR(
    new Map<number, number | Uint8Array>([
      [1, 2],
      [3, algorithm],
      [-1, curve],
      [-2, coordinate(x)],
      [-3, coordinate(y)],
    ]),
  )
}
