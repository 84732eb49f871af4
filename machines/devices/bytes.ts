import { hmac } from '@noble/hashes/hmac.js'
import { sha1 } from '@noble/hashes/legacy.js'
import { sha256 as hash, sha512 } from '@noble/hashes/sha2.js'

/** Bytes and their texts, by what browsers and Node share. */

export type Bytes = Uint8Array<ArrayBuffer>

/** Reads base64 and base64url, padded or not (RFC 4648 sections 4 and 5). */
export const fromBase64 = (text: string): Bytes =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
    character.charCodeAt(0),
  )

export const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))

/** Without padding, as WebAuthn writes it. */
export const toBase64url = (bytes: Uint8Array): string =>
  toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text)

/** Not by Web Crypto, which pages without a secure context do not have. */
export const sha256 = async (bytes: Bytes): Promise<Bytes> => new Uint8Array(hash(bytes))

type HashName = 'sha1' | 'sha256' | 'sha512'

const hashes: Record<HashName, Parameters<typeof hmac>[0]> = { sha1, sha256: hash, sha512 }

/** A keyed hash (RFC 2104), likewise. */
export const hmacOf = (name: HashName, key: Uint8Array, data: Uint8Array): Bytes =>
  new Uint8Array(hmac(hashes[name], key, data))

export function concat(...parts: Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Big-endian, in as many bytes. */
export const uint = (value: number, bytes: 1 | 2 | 4): Bytes =>
  Uint8Array.from({ length: bytes }, (_, index) => value >>> (8 * (bytes - 1 - index)))
