import { hmac } from '@noble/hashes/hmac.js'
import { sha1 } from '@noble/hashes/legacy.js'
import { type CryptoPlugin, generateSecret } from '@otplib/core'
import { ScureBase32Plugin } from '@otplib/plugin-base32-scure'
import { generateSync } from '@otplib/totp'

/** The app on the page needs SHA-1 alone. The library’s own plugin brings SHA-256 and SHA-512 too, and a page pays for them. */
const crypto: CryptoPlugin = {
  name: 'sha1',
  hmac: (_, key, data) => hmac(sha1, key, data),
  randomBytes: (length) => globalThis.crypto.getRandomValues(new Uint8Array(length)),
  constantTimeEqual: (one, other) => one === other,
}

const base32 = new ScureBase32Plugin()

/** A new secret in Base32. */
export const newSecret = (): string => generateSecret({ crypto, base32 })

/**
 * The code of a moment: six digits, SHA-1, 30 seconds, as authenticator apps take for granted (RFC 6238).
 * @param secret in Base32
 * @param now milliseconds since 1970
 */
export const codeAt = (secret: string, now: number): string =>
  generateSync({ secret, epoch: Math.floor(now / 1000), crypto, base32 })
