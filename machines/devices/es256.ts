import { p256 } from '@noble/curves/nist.js'
import { type Bytes, concat, fromBase64, toBase64url } from './bytes.ts'

/**
 * ES256 without Web Crypto, which browsers have in secure contexts only (Secure Contexts section 1.4): the software key works
 * over plain http, too. The formats are those of Web Crypto, so that either reads what the other made.
 */

/** DER around a private key of P-256 (RFC 5958 section 2, RFC 5915 section 3), before its 32 bytes, and before its public key. */
const PRIVATE = fromBase64('MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg')
const ITS_PUBLIC = Uint8Array.of(0xa1, 0x44, 0x03, 0x42, 0x00)
/** DER around a public key of P-256 (RFC 5480 section 2). */
const PUBLIC = fromBase64('MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE').slice(0, -1)

const LENGTH = 32

/** A new private key, as PKCS#8. */
export function generateEs256(): Bytes {
  const secret = p256.utils.randomSecretKey()
  return concat(PRIVATE, secret, ITS_PUBLIC, p256.getPublicKey(secret, false))
}

/** The secret number in a PKCS#8 file; `undefined` where it is for another algorithm. */
export function secretOfEs256(privateKey: Bytes): Uint8Array | undefined {
  // Bytes 1 and 2 are its length, which differs where the public key is left out.
  const isP256 = PRIVATE.slice(5, 30).every((byte, n) => privateKey[n + 5] === byte)
  const at = PRIVATE.length
  return isP256 ? privateKey.slice(at, at + LENGTH) : undefined
}

/** In DER, as WebAuthn wants it (Level 3 section 6.5.5). */
export const signEs256 = (secret: Uint8Array, data: Bytes): Bytes =>
  new Uint8Array(p256.sign(data, secret, { format: 'der', lowS: false }))

/** The public key in SubjectPublicKeyInfo, and its coordinates as a JSON Web Key has them. */
export function publicKeyOfEs256(secret: Uint8Array): { spki: Bytes; jwk: JsonWebKey } {
  const point = p256.getPublicKey(secret, false)
  const coordinate = (n: number) => toBase64url(point.slice(1 + n * LENGTH, 1 + (n + 1) * LENGTH))
  return {
    spki: concat(PUBLIC, point),
    jwk: { kty: 'EC', crv: 'P-256', x: coordinate(0), y: coordinate(1) },
  }
}
