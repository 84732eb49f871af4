import { X509Certificate } from 'node:crypto'
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { isIP } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { selfSigned } from './self-signed.ts'

const dayMs = 24 * 60 * 60 * 1000

export interface Certificate {
  key: string
  cert: string
  /** The certificate as a PEM file: what clients trust, such as with NODE_EXTRA_CA_CERTS. */
  file: string
}

const standardNames = ['localhost', '127.0.0.1', '::1']

const isFor = (certificate: X509Certificate, name: string) =>
  (isIP(name) ? certificate.checkIP(name) : certificate.checkHost(name)) !== undefined

async function readCertificate(folder: string, names: readonly string[]): Promise<Certificate | undefined> {
  const file = join(folder, 'localhost.pem')
  try {
    const [cert, key] = await Promise.all([
      readFile(file, 'utf8'),
      readFile(join(folder, 'localhost.key'), 'utf8'),
    ])
    const read = new X509Certificate(cert)
    const stillGood = read.validToDate.getTime() > Date.now() + dayMs
    // Earlier versions made certificate authorities: who trusts one trusts whatever its key signs, for any name.
    return stillGood && !read.ca && names.every((name) => isFor(read, name)) ? { cert, key, file } : undefined
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** DNS names and IP addresses are different kinds of names (RFC 5280 section 4.2.1.6). */
const altName = (value: string) => ({ type: isIP(value) ? 'ip' : 'dns', value }) as const

/**
 * A self-signed certificate for localhost, 127.0.0.1, ::1 and further names, valid for a year. It is no certificate authority: a
 * client that trusts it trusts this server and nothing else. Kept in the folder as long as it has all the names, so that a client
 * only has to trust it once; without a folder it goes to a temporary one.
 */
export async function localCertificate(
  folder?: string,
  further: readonly string[] = [],
): Promise<Certificate> {
  const names = [...new Set([...standardNames, ...further])]
  // The absolute path: it is passed to programs that run elsewhere.
  const home = resolve(folder ?? (await mkdtemp(join(tmpdir(), 'mock-idp-'))))
  await mkdir(home, { recursive: true })
  const kept = await readCertificate(home, names)
  if (kept) return kept

  const { cert, key } = await selfSigned({
    commonName: 'localhost',
    alg: 'ES256',
    notAfter: new Date(Date.now() + 365 * dayMs),
    extensions: (x509) => [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(names.map(altName)),
    ],
  })
  const file = join(home, 'localhost.pem')
  await writeFile(file, cert)
  await writeFile(join(home, 'localhost.key'), key, { mode: 0o600 })
  return { key, cert, file }
}
