import { decodeCBOR } from '@levischuck/tiny-cbor'
import { type Bytes, toBase64url } from '../../machines/devices/bytes.ts'
import type { Fact } from './ceremony.ts'

/** COSE algorithms (RFC 9053 section 2). */
const algorithms: Readonly<Record<number, string>> = {
  [-7]: 'ES256: an elliptic curve with SHA-256',
  [-8]: 'EdDSA: Ed25519',
  [-257]: 'RS256: RSA with SHA-256',
}

/** Bytes before the credential: RP ID hash, flags, counter, and the make. */
const MAKE = 37
const ID_LENGTH = 53
const ID = 55
/** COSE_Key label for the algorithm (RFC 9052 section 7.1). */
const ALG = 3

function algorithmOf(key: Uint8Array<ArrayBuffer>): string {
  const read = decodeCBOR(key)
  const number = read instanceof Map ? Number(read.get(ALG)) : Number.NaN
  return algorithms[number] ?? `algorithm ${number}`
}

/**
 * Takes an attestation object apart (WebAuthn Level 3 section 6.5).
 * @throws where it is none
 */
export function readAttestation(bytes: Bytes): { data: Bytes; facts: Fact[] } {
  const read = decodeCBOR(bytes)
  if (!(read instanceof Map)) throw new TypeError('The attestation object is no map.')
  const data = read.get('authData')
  if (!(data instanceof Uint8Array)) throw new TypeError('It has no authenticator data.')
  const copy = Uint8Array.from(data)
  const length = ((copy[ID_LENGTH] ?? 0) << 8) | (copy[ID_LENGTH + 1] ?? 0)
  const make = copy.subarray(MAKE, ID_LENGTH)
  const key = copy.slice(ID + length)
  return {
    data: copy,
    facts: [
      {
        name: 'format',
        value: String(read.get('fmt')),
        means: 'How the authenticator proves its make and model. “none” means that it does not.',
      },
      {
        name: 'AAGUID',
        value: make.every((byte) => byte === 0) ? 'none' : toBase64url(make),
        means: 'The identifier of the authenticator’s make and model.',
      },
      {
        name: 'credential ID',
        value: toBase64url(copy.subarray(ID, ID + length)),
        means: 'The identifier of the new key. The product stores it and asks for this key next time.',
      },
      {
        name: 'public key',
        value: algorithmOf(key),
        means: 'The product stores it to check signatures. It is not secret.',
      },
    ],
  }
}
