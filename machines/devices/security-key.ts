import { encodeCBOR } from '@levischuck/tiny-cbor'
import { type Bytes, concat, fromBase64, sha256, toBase64, toBase64url } from './bytes.ts'
import {
  type Algorithm,
  coseNumbers,
  generatePrivateKey,
  hasAlgorithm,
  publicKeyOf,
  sign,
} from './key-algorithms.ts'
import { clientData, credentialOf, type Forgery, keyData } from './key-answer.ts'

/**
 * A credential as a virtual authenticator takes it (WebAuthn Level 3 section 11.5, `WebAuthn.Credential` of the DevTools
 * protocol). Binary members are base64.
 */
export interface KeyCredential {
  credentialId: string
  /** PKCS#8. */
  privateKey: string
  rpId: string
  userHandle?: string
  signCount: number
}

export interface SecurityKeyJSON {
  algorithms: Algorithm[]
  credentials: KeyCredential[]
}

/** What the key reads of the options that a page passes to `navigator.credentials.create` (sections 5.4 and 5.1.8). */
export type CreationOptions = Pick<
  PublicKeyCredentialCreationOptionsJSON,
  'challenge' | 'rp' | 'user' | 'pubKeyCredParams' | 'excludeCredentials'
>

/** The same for `navigator.credentials.get` (sections 5.5 and 5.1.9). */
export type RequestOptions = Pick<
  PublicKeyCredentialRequestOptionsJSON,
  'challenge' | 'rpId' | 'allowCredentials'
>

/**
 * A security key made of software: it answers WebAuthn ceremonies (Level 3 section 6.3) in the JSON of section 5.1, with
 * attestation `none`, as a browser at `origin` would hand it on. It is touched at once.
 */
export class SecurityKey {
  readonly #algorithms: Algorithm[]
  readonly #credentials: KeyCredential[] = []

  /** @param algorithms that it knows; the first that is offered is taken. Every browser knows ES256 */
  constructor(algorithms: Algorithm[] = ['ES256', 'EdDSA', 'RS256']) {
    this.#algorithms = algorithms
  }

  static fromJSON({
    credentials,
    algorithms,
  }: Pick<SecurityKeyJSON, 'credentials'> & Partial<SecurityKeyJSON>) {
    const key = new SecurityKey(algorithms)
    key.#credentials.push(...structuredClone(credentials))
    return key
  }

  /** All that it holds, private keys too. */
  toJSON(): SecurityKeyJSON {
    return structuredClone({ algorithms: this.#algorithms, credentials: this.#credentials })
  }

  /**
   * A credential as though it had been registered before.
   * @returns what a deployment stores of it: id and COSE key as base64url
   */
  async enrolled(rpId: string): Promise<{ id: string; publicKey: string; counter: number }> {
    const [algorithm = 'ES256'] = this.#algorithms
    const { id, publicKey } = await this.#make({ rpId, algorithm })
    return { id: toBase64url(id), publicKey: toBase64url(publicKey.cose), counter: 0 }
  }

  /**
   * Registration (section 6.3.2).
   * @throws DOMException InvalidStateError where it is registered already, NotSupportedError where no algorithm is offered
   * that it knows
   */
  async register(options: CreationOptions, origin: string, forgery: Forgery = {}) {
    const { challenge, rp, user, pubKeyCredParams, excludeCredentials = [] } = options
    const rpId = rp.id ?? new URL(origin).hostname
    if (this.#find(rpId, excludeCredentials))
      throw new DOMException('This key is registered already.', 'InvalidStateError')
    const algorithm = forgery.algorithm ?? this.#choose(pubKeyCredParams)
    if (!algorithm)
      throw new DOMException('No algorithm is offered that this key knows.', 'NotSupportedError')
    const { id, publicKey } = await this.#make({ rpId, algorithm, userHandle: user.id }, forgery)
    const data = await keyData(rpId, 0, forgery, { credentialId: id, publicKey: publicKey.cose })
    const attestation = new Map<string, string | Bytes | Map<string, never>>([
      ['fmt', 'none'],
      ['attStmt', new Map<string, never>()],
      ['authData', data],
    ])
    return credentialOf(id, {
      clientDataJSON: toBase64url(clientData('webauthn.create', challenge, origin, forgery)),
      attestationObject: toBase64url(encodeCBOR(attestation)),
      authenticatorData: toBase64url(data),
      publicKey: toBase64url(publicKey.spki),
      publicKeyAlgorithm: coseNumbers[publicKey.algorithm],
      transports: ['usb' as const],
    }) satisfies RegistrationResponseJSON
  }

  /**
   * Authentication (section 6.3.3); raises the signature counter.
   * @throws DOMException NotAllowedError where it holds no credential that is asked for
   */
  async authenticate(options: RequestOptions, origin: string, forgery: Forgery = {}) {
    const { challenge, rpId = new URL(origin).hostname, allowCredentials = [] } = options
    const wanted = allowCredentials.length > 0 ? allowCredentials : undefined
    const held = forgery.unasked ? this.#credentials.at(-1) : this.#find(rpId, wanted)
    if (!held) throw new DOMException('This key holds no credential that is asked for.', 'NotAllowedError')
    const counter = forgery.counter ?? held.signCount + 1
    held.signCount = Math.max(held.signCount, counter)
    const data = await keyData(rpId, counter, forgery)
    const client = clientData('webauthn.get', challenge, origin, forgery)
    const signature = await sign(fromBase64(held.privateKey), concat(data, await sha256(client)))
    if (forgery.flipSignature) flipLastBit(signature)
    const known = held.userHandle && base64url(held.userHandle)
    const userHandle = forgery.userHandle === undefined ? known : forgery.userHandle
    return credentialOf(fromBase64(forgery.credentialId ?? held.credentialId), {
      clientDataJSON: toBase64url(client),
      authenticatorData: toBase64url(data),
      signature: toBase64url(signature),
      ...(userHandle && { userHandle }),
    }) satisfies AuthenticationResponseJSON
  }

  #choose(offered: { alg: number }[]): Algorithm | undefined {
    // Section 5.1.3: nothing offered means ES256 and RS256.
    const numbers =
      offered.length > 0 ? offered.map(({ alg }) => alg) : [coseNumbers.ES256, coseNumbers.RS256]
    return this.#algorithms.find((name) => hasAlgorithm(name) && numbers.includes(coseNumbers[name]))
  }

  /** The newest credential of a relying party, among these if any are named. */
  #find(rpId: string, among?: { id: string }[]): KeyCredential | undefined {
    const ids = among?.map(({ id }) => base64url(id))
    return this.#credentials.findLast(
      (held) => held.rpId === rpId && (!ids || ids.includes(base64url(held.credentialId))),
    )
  }

  async #make(
    { rpId, algorithm, userHandle }: { rpId: string; algorithm: Algorithm; userHandle?: string },
    { credentialId }: Forgery = {},
  ) {
    const id = credentialId ? fromBase64(credentialId) : crypto.getRandomValues(new Uint8Array(32))
    const privateKey = await generatePrivateKey(algorithm)
    this.#credentials.push({
      credentialId: toBase64(id),
      privateKey: toBase64(privateKey),
      rpId,
      ...(userHandle && { userHandle: toBase64(fromBase64(userHandle)) }),
      signCount: 0,
    })
    return { id, publicKey: await publicKeyOf(privateKey) }
  }
}

/** Whichever base64 it was written in. */
const base64url = (text: string) => toBase64url(fromBase64(text))

function flipLastBit(bytes: Bytes) {
  const last = bytes.length - 1
  bytes[last] = (bytes[last] ?? 0) ^ 1
}
