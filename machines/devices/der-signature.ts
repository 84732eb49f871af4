import { type Bytes, concat } from './bytes.ts'

const INTEGER = 0x02
const SEQUENCE = 0x30

/**
 * An ECDSA signature as DER (RFC 3279 section 2.2.3), which WebAuthn wants (Level 3, section 6.5.5).
 * @param signature r and s one after the other, as Web Crypto gives them; of a curve up to P-384
 */
export function derSignature(signature: Uint8Array): Bytes {
  const half = signature.length / 2
  return element(SEQUENCE, integer(signature.subarray(0, half)), integer(signature.subarray(half)))
}

/** As short as can be, and with a zero in front where the first bit would make it negative. */
function integer(bytes: Uint8Array): Bytes {
  const first = bytes.findIndex((byte) => byte !== 0)
  const short = bytes.subarray(first === -1 ? bytes.length - 1 : first)
  const isNegative = (short[0] ?? 0) > 0x7f
  return element(INTEGER, isNegative ? concat(new Uint8Array(1), short) : short)
}

/** No element here is longer than 127 bytes, so that its length fits in one. */
function element(tag: number, ...content: Uint8Array[]): Bytes {
  const body = concat(...content)
  return concat(Uint8Array.of(tag, body.length), body)
}
