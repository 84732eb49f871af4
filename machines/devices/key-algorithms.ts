import { encodeCBOR } from '@levischuck/tiny-cbor'
import { type Bytes, fromBase64 } from './bytes.ts'
import { derSignature } from './der-signature.ts'
import { generateEs256, publicKeyOfEs256, secretOfEs256, signEs256 } from './es256.ts'

/** COSE numbers (RFC 9053 section 2, RFC 8812 section 2). */
export const coseNumbers = { ES256: -7, EdDSA: -8, RS256: -257, ES384: -35 } as const

export type Algorithm = keyof typeof coseNumbers

type Parameters = EcKeyGenParams & RsaHashedKeyGenParams

const rsa = { modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) }

/** What Web Crypto calls them. */
const parameters = {
  ES256: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  EdDSA: { name: 'Ed25519' },
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', ...rsa },
  ES384: { name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-384' },
} as Record<Algorithm, Parameters>

const algorithms = Object.keys(coseNumbers) as Algorithm[]

/** The algorithms that can be computed here: without Web Crypto, only the one that every deployment offers. */
export const hasAlgorithm = (algorithm: Algorithm): boolean =>
  algorithm === 'ES256' || globalThis.crypto?.subtle !== undefined

/** A new private key, as PKCS#8. */
export async function generatePrivateKey(algorithm: Algorithm): Promise<Bytes> {
  if (algorithm === 'ES256') return generateEs256()
  const pair = await crypto.subtle.generateKey(parameters[algorithm], true, ['sign', 'verify'])
  return new Uint8Array(await crypto.subtle.exportKey('pkcs8', (pair as CryptoKeyPair).privateKey))
}

/** A signature in the form that WebAuthn wants for the key's algorithm (Level 3, section 6.5.5). */
export async function sign(privateKey: Bytes, data: Bytes): Promise<Bytes> {
  const secret = secretOfEs256(privateKey)
  if (secret) return signEs256(secret, data)
  const { algorithm, key } = await open(privateKey)
  const signature = new Uint8Array(await crypto.subtle.sign(parameters[algorithm], key, data))
  return parameters[algorithm].name === 'ECDSA' ? derSignature(signature) : signature
}

export interface PublicKey {
  algorithm: Algorithm
  /** COSE key: the format that authenticators return. */
  cose: Bytes
  /** SubjectPublicKeyInfo: what browsers make of it. */
  spki: Bytes
}

export async function publicKeyOf(privateKey: Bytes): Promise<PublicKey> {
  const secret = secretOfEs256(privateKey)
  if (secret) {
    const { spki, jwk } = publicKeyOfEs256(secret)
    return { algorithm: 'ES256', cose: coseKey('ES256', jwk), spki }
  }
  const { algorithm, key } = await open(privateKey)
  const { kty, crv, x, y, n, e } = await crypto.subtle.exportKey('jwk', key)
  const jwk: JsonWebKey = kty === 'RSA' ? { kty, n, e } : { kty, crv, x, ...(y && { y }) }
  const bare = await crypto.subtle.importKey('jwk', jwk, parameters[algorithm], true, ['verify'])
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', bare))
  return { algorithm, cose: coseKey(algorithm, jwk), spki }
}

/** PKCS#8 names the algorithm, but Web Crypto still requires it as a parameter: take the one that fits. */
async function open(privateKey: Bytes): Promise<{ algorithm: Algorithm; key: CryptoKey }> {
  for (const algorithm of algorithms) {
    const key = await crypto.subtle
      .importKey('pkcs8', privateKey, parameters[algorithm], true, ['sign'])
      .catch(() => undefined)
    if (key) return { algorithm, key }
  }
  throw new Error(`The private key is not PKCS#8 of ${algorithms.join(', ')}.`)
}

const curves: Record<string, number> = { 'P-256': 1, 'P-384': 2, Ed25519: 6 }

/** RFC 9053 section 7 for EC2 and OKP, RFC 8230 section 4 for RSA. Label 1 is the key type, 3 the algorithm. */
function coseKey(algorithm: Algorithm, { kty, crv = '', x, y, n, e }: JsonWebKey): Bytes {
  const number = coseNumbers[algorithm]
  const bytes = (label: number, value?: string): [number, Bytes][] =>
    value ? [[label, fromBase64(value)]] : []
  const key: [number, number | Bytes][] =
    kty === 'RSA'
      ? [[1, 3], [3, number], ...bytes(-1, n), ...bytes(-2, e)]
      : [[1, kty === 'EC' ? 2 : 1], [3, number], [-1, curves[crv] ?? 0], ...bytes(-2, x), ...bytes(-3, y)]
  return new Uint8Array(encodeCBOR(new Map(key)))
}
