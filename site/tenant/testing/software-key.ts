import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

interface CeremonyOptions {
  challenge: string
  rp?: { id?: string }
  rpId?: string
}

interface Forgery {
  origin?: string
  rpId?: string
  type?: string
  challenge?: string
  /** Authenticator data flags; 0x01 is "user present". */
  flags?: number
  counter?: number
}

const url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const sha256 = (data: Uint8Array | string) => createHash('sha256').update(data).digest()

/** An authenticator in software: ES256, attestation `none` (WebAuthn Level 3 sections 6.3 and 8.7). */
export class SoftwareKey {
  readonly id = randomBytes(32)
  readonly #private: KeyObject
  readonly #cose: Uint8Array
  readonly #origin: string
  #counter = 0

  constructor(origin: string) {
    this.#origin = origin
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    this.#private = privateKey
    const cose: [number, number | Uint8Array][] = [
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
    ]
    this.#cose = isoCBOR.encode(new Map(cose))
  }

  /** For the control API: `given: 'security-key'`. */
  credential() {
    return { id: url(this.id), publicKey: url(this.#cose), counter: this.#counter }
  }

  /** RegistrationResponseJSON */
  register(options: CeremonyOptions, forged: Forgery = {}) {
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.id.length]), this.id, this.#cose])
    const authData = Buffer.concat([this.#head(options, forged, 0x40), attested])
    const attestation: [string, string | Uint8Array | Map<string, string>][] = [
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', new Uint8Array(authData)],
    ]
    return this.#answer({
      clientDataJSON: this.#clientData('webauthn.create', options, forged),
      attestationObject: url(isoCBOR.encode(new Map(attestation))),
      transports: ['usb'],
    })
  }

  /** AuthenticationResponseJSON */
  authenticate(options: CeremonyOptions, forged: Forgery = {}) {
    const clientDataJSON = this.#clientData('webauthn.get', options, forged)
    const authenticatorData = this.#head(options, forged, 0)
    const signed = Buffer.concat([authenticatorData, sha256(Buffer.from(clientDataJSON, 'base64url'))])
    return this.#answer({
      clientDataJSON,
      authenticatorData: url(authenticatorData),
      signature: url(sign('sha256', signed, this.#private)),
    })
  }

  #answer<R>(response: R) {
    return { id: url(this.id), rawId: url(this.id), type: 'public-key', clientExtensionResults: {}, response }
  }

  #head(options: CeremonyOptions, forged: Forgery, moreFlags: number): Buffer {
    this.#counter += 1
    const rpId = forged.rpId ?? options.rpId ?? options.rp?.id ?? 'localhost'
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(forged.counter ?? this.#counter)
    return Buffer.concat([sha256(rpId), Buffer.from([(forged.flags ?? 0x01) | moreFlags]), counter])
  }

  #clientData(type: string, options: CeremonyOptions, forged: Forgery): string {
    const data = {
      type: forged.type ?? type,
      challenge: forged.challenge ?? options.challenge,
      origin: forged.origin ?? this.#origin,
      crossOrigin: false,
    }
    return url(Buffer.from(JSON.stringify(data)))
  }
}
