import { createHash, createPrivateKey, X509Certificate } from 'node:crypto'
import type { JWK } from 'jose'

export type SigningAlg = 'RS256' | 'ES256'

/** A private signing key as a JWK, with its certificate: some clients read the key from `x5c` alone. */
export type SigningKey = JWK & { kid: string; alg: SigningAlg; x5c: string[]; x5t: string }

/** Wide enough for every simulated clock. */
const validity = { notBeforeDate: new Date('2000-01-01'), notAfterDate: new Date('2049-12-31') }

/** Makes a key whose `kid` is the thumbprint of its certificate, as at Entra (RFC 7517 sections 4.7 and 4.8). */
export async function makeSigningKey(alg: SigningAlg): Promise<SigningKey> {
  // Loaded here: with keys that are kept it is never needed.
  const { generate } = await import('selfsigned')
  const { private: pem, cert } = await generate([{ name: 'commonName', value: 'Mock identity provider' }], {
    ...validity,
    keyType: alg === 'ES256' ? 'ec' : 'rsa',
    keySize: 2048,
    algorithm: 'sha256',
    extensions: [{ name: 'keyUsage', digitalSignature: true, critical: true }],
  })
  const { raw } = new X509Certificate(cert)
  const x5t = createHash('sha1').update(raw).digest('base64url')
  const jwk = createPrivateKey(pem).export({ format: 'jwk' })
  return { ...jwk, kid: x5t, x5t, x5c: [raw.toString('base64')], alg, use: 'sig' }
}
