import { createHash, randomBytes } from 'node:crypto'

/** Answers that many random bytes. */
export type Random = (bytes: number) => Uint8Array

export const systemRandom: Random = randomBytes

/** 256 bits as 43 base64url characters (ASVS 5.0 7.2.3 and 11.5.1: at least 128). */
export function makeToken(random: Random): string {
  return Buffer.from(random(32)).toString('base64url')
}

const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789'

/** Twelve lower-case letters and digits (60 bits), none of them easily mistaken; valid in a path and in a domain. */
export function makeId(random: Random): string {
  return Array.from(random(12), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('')
}

/** What is kept of a token, so that a stolen store opens nothing. Tokens have full entropy: no salt is needed. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
