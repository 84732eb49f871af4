import { X509Certificate } from 'node:crypto'
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { isIP } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const dayMs = 24 * 60 * 60 * 1000

export interface Certificate {
  key: string
  cert: string
  /** Where the certificate lies as PEM: what NODE_EXTRA_CA_CERTS is pointed at. */
  file: string
}

const standardNames = ['localhost', '127.0.0.1', '::1']

/** A name as a certificate has it: DNS names and IP addresses are different kinds (RFC 5280 section 4.2.1.6). */
const altName = (name: string) =>
  isIP(name) ? ({ type: 7, ip: name } as const) : ({ type: 2, value: name } as const)

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
    return stillGood && names.every((name) => isFor(read, name)) ? { cert, key, file } : undefined
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/**
 * A self-signed certificate for localhost, 127.0.0.1, ::1 and further names, valid for a year. Kept in the folder as long as
 * it has all the names, so that a client only has to trust it once; without a folder it goes to a temporary one.
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

  const { generate } = await import('selfsigned')
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + 365 * dayMs),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyCertSign: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: names.map(altName),
      },
    ],
  })
  const file = join(home, 'localhost.pem')
  await writeFile(file, cert)
  await writeFile(join(home, 'localhost.key'), key, { mode: 0o600 })
  return { key, cert, file }
}
