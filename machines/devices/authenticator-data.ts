import { type Bytes, concat, sha256, uint, utf8 } from './bytes.ts'

/** User present, user verified, backup eligible, backed up. */
export type Flags = Record<'UP' | 'UV' | 'BE' | 'BS', boolean>

/** What a registration adds: the new credential. */
export interface Attested {
  credentialId: Bytes
  /** COSE key. */
  publicKey: Bytes
}

const bits = { UP: 0x01, UV: 0x04, BE: 0x08, BS: 0x10 }
const ATTESTED = 0x40
/** A key that keeps its make to itself, as attestation `none` asks (section 8.7). */
const NO_AAGUID = new Uint8Array(16)

/** Authenticator data (WebAuthn Level 3 section 6.1): what a key signs about itself. */
export async function authenticatorData(
  rpId: string,
  flags: Flags,
  counter: number,
  attested?: Attested,
): Promise<Bytes> {
  const raised = Object.entries(bits).filter(([name]) => flags[name as keyof Flags])
  const byte = raised.reduce((sum, [, bit]) => sum | bit, attested ? ATTESTED : 0)
  const head = concat(await sha256(utf8(rpId)), uint(byte, 1), uint(counter, 4))
  if (!attested) return head
  const { credentialId, publicKey } = attested
  return concat(head, NO_AAGUID, uint(credentialId.length, 2), credentialId, publicKey)
}
