import type { Extension } from '@peculiar/x509'

type X509 = typeof import('@peculiar/x509')

const algorithms = {
  ES256: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  RS256: {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
  },
}

export interface SelfSigned {
  commonName: string
  alg: keyof typeof algorithms
  notBefore?: Date
  notAfter: Date
  /** What the certificate says besides (RFC 5280 section 4.2). */
  extensions: (x509: X509) => Extension[]
}

/** Makes a key pair and its self-signed certificate: DER (RFC 5280) and PKCS #8, both also as PEM. */
export async function selfSigned({ commonName, alg, extensions, ...validity }: SelfSigned) {
  // Loaded here: who keeps keys and serves no TLS never needs it. It wants that polyfill first.
  await import('reflect-metadata')
  const x509 = await import('@peculiar/x509')
  const signingAlgorithm = algorithms[alg]
  const keys = await crypto.subtle.generateKey(signingAlgorithm, true, ['sign', 'verify'])
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: `CN=${commonName}`,
    keys,
    signingAlgorithm,
    // Names of the key: who trusts two of our certificates finds the right one, though both are for the same name (RFC 5280 4.2.1.1).
    extensions: [
      ...extensions(x509),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(keys.publicKey),
    ],
    ...validity,
  })
  const key = await crypto.subtle.exportKey('pkcs8', keys.privateKey)
  return {
    der: Buffer.from(certificate.rawData),
    cert: certificate.toString('pem'),
    key: x509.PemConverter.encode(key, 'PRIVATE KEY'),
  }
}
