import { createHash, createPrivateKey } from 'node:crypto'
import type { JWK } from 'jose'
import { selfSigned } from './self-signed.ts'

export type SigningAlg = 'RS256' | 'ES256'

/** A private signing key as a JWK, with its certificate: some clients read the key from `x5c` alone. */
export type SigningKey = JWK & { kid: string; alg: SigningAlg; x5c: string[]; x5t: string }

/** Wide enough for every simulated clock. */
const validity = { notBefore: new Date('2000-01-01'), notAfter: new Date('2049-12-31') }

/** Makes a key whose `kid` is the thumbprint of its certificate, as at Entra (RFC 7517 sections 4.7 and 4.8). */
export async function makeSigningKey(alg: SigningAlg): Promise<SigningKey> {
  const { der, key } = await selfSigned({
    commonName: 'Mock identity provider',
    alg,
    ...validity,
    extensions: (x509) => [new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true)],
  })
  const x5t = createHash('sha1').update(der).digest('base64url')
  const jwk = createPrivateKey(key).export({ format: 'jwk' })
  return { ...jwk, kid: x5t, x5t, x5c: [der.toString('base64')], alg, use: 'sig' }
}
