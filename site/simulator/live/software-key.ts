import { encodeCBOR } from '@levischuck/tiny-cbor'
import { base64URLStringToBuffer, bufferToBase64URLString } from '@simplewebauthn/browser'

/**
 * A security key made of software: it holds ES256 key pairs and answers WebAuthn ceremonies for real, attestation `none`.
 * The private keys stay in the page.
 */

interface Held {
  id: Uint8Array
  rpId: string
  userHandle: string | null
  keys: CryptoKeyPair
  counter: number
}

/** The options of `navigator.credentials.create` and `get`, binary members as base64url (WebAuthn Level 3, 5.1.8 and 5.1.9). */
export interface Options {
  challenge: string
  rp?: { id?: string }
  rpId?: string
  user?: { id: string }
  excludeCredentials?: { id: string }[]
  allowCredentials?: { id: string }[]
}

const base64url = {
  encode: (bytes: ArrayBuffer | Uint8Array) => bufferToBase64URLString(new Uint8Array(bytes).buffer),
  decode: (text: string) => new Uint8Array(base64URLStringToBuffer(text)),
}

const es256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const USER_PRESENT_AND_VERIFIED = 0b101
const ATTESTED = 0b1000000

const sha256 = async (bytes: Uint8Array<ArrayBuffer>) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
const text = (value: string) => new TextEncoder().encode(value)

function join(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  parts.reduce((at, part) => {
    joined.set(part, at)
    return at + part.length
  }, 0)
  return joined
}

const uint32 = (value: number) => new Uint8Array(new Uint32Array([value]).buffer).reverse()
const uint16 = (value: number) => new Uint8Array(new Uint16Array([value]).buffer).reverse()

/** RFC 9053 section 7.1.1: an EC2 key on P-256 for ES256. */
async function coseKey({ publicKey }: CryptoKeyPair): Promise<Uint8Array> {
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', publicKey)
  return encodeCBOR(
    new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, base64url.decode(x)],
      [-3, base64url.decode(y)],
    ]),
  )
}

/** An ECDSA signature as DER (RFC 3279 section 2.2.3), which WebAuthn wants; WebCrypto gives the two numbers bare. */
function toDer(signature: Uint8Array): Uint8Array {
  const integer = (bytes: Uint8Array) => {
    const first = bytes.findIndex((byte) => byte !== 0)
    const short = bytes.slice(first === -1 ? bytes.length - 1 : first)
    const body = (short[0] ?? 0) > 0x7f ? join(new Uint8Array([0]), short) : short
    return join(new Uint8Array([2, body.length]), body)
  }
  const both = join(integer(signature.slice(0, 32)), integer(signature.slice(32)))
  return join(new Uint8Array([0x30, both.length]), both)
}

export class SoftwareKey {
  #held: Held[] = []

  async #make(rpId: string, userHandle: string | null): Promise<Held> {
    const keys = await crypto.subtle.generateKey(es256, false, ['sign', 'verify'])
    const held = { id: crypto.getRandomValues(new Uint8Array(32)), rpId, userHandle, keys, counter: 0 }
    this.#held.push(held)
    return held
  }

  async #authenticatorData(held: Held, flags: number, attested = new Uint8Array()) {
    return join(await sha256(text(held.rpId)), new Uint8Array([flags]), uint32(held.counter), attested)
  }

  /** A credential as though it had been registered before: what a deployment stores of it. */
  async enrolled(rpId: string): Promise<{ id: string; publicKey: string; counter: number }> {
    const held = await this.#make(rpId, null)
    return {
      id: base64url.encode(held.id),
      publicKey: base64url.encode(await coseKey(held.keys)),
      counter: 0,
    }
  }

  /** Registration (WebAuthn Level 3 section 6.3.2). The answer is the credential's JSON. */
  async create({ challenge, rp, user }: Options, origin: string): Promise<Record<string, unknown>> {
    const held = await this.#make(rp?.id ?? new URL(origin).hostname, user?.id ?? null)
    const attested = join(new Uint8Array(16), uint16(held.id.length), held.id, await coseKey(held.keys))
    const authData = await this.#authenticatorData(held, USER_PRESENT_AND_VERIFIED | ATTESTED, attested)
    const attestation = new Map<string, string | Uint8Array | Map<string, never>>([
      ['fmt', 'none'],
      ['attStmt', new Map<string, never>()],
      ['authData', authData],
    ])
    return this.#credential(held, {
      clientDataJSON: clientData('webauthn.create', challenge, origin),
      attestationObject: base64url.encode(encodeCBOR(attestation)),
      transports: ['usb'],
    })
  }

  /** Authentication (section 6.3.3); undefined where the key holds none of the credentials asked for. */
  async get({ challenge, rpId, allowCredentials = [] }: Options, origin: string) {
    const wanted = rpId ?? new URL(origin).hostname
    const allowed = allowCredentials.map(({ id }) => id)
    const held = this.#held.find(
      (one) => one.rpId === wanted && (allowed.length === 0 || allowed.includes(base64url.encode(one.id))),
    )
    if (!held) return undefined
    held.counter += 1
    const authData = await this.#authenticatorData(held, USER_PRESENT_AND_VERIFIED)
    const clientDataJSON = clientData('webauthn.get', challenge, origin)
    const signed = join(authData, await sha256(base64url.decode(clientDataJSON)))
    const signature = await crypto.subtle.sign(es256, held.keys.privateKey, signed)
    return this.#credential(held, {
      clientDataJSON,
      authenticatorData: base64url.encode(authData),
      signature: base64url.encode(toDer(new Uint8Array(signature))),
      userHandle: held.userHandle ?? undefined,
    })
  }

  #credential({ id }: Held, response: Record<string, unknown>) {
    const name = base64url.encode(id)
    return { id: name, rawId: name, type: 'public-key', clientExtensionResults: {}, response }
  }
}

function clientData(type: string, challenge: string, origin: string): string {
  return base64url.encode(text(JSON.stringify({ type, challenge, origin, crossOrigin: false })))
}
