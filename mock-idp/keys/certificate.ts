import { X509Certificate } from 'node:crypto'
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { generate } from 'selfsigned'

const dayMs = 24 * 60 * 60 * 1000

export interface Certificate {
  key: string
  cert: string
  /** Where the certificate lies as PEM: what NODE_EXTRA_CA_CERTS is pointed at. */
  file: string
}

async function readCertificate(folder: string): Promise<Certificate | undefined> {
  const file = join(folder, 'localhost.pem')
  try {
    const [cert, key] = await Promise.all([
      readFile(file, 'utf8'),
      readFile(join(folder, 'localhost.key'), 'utf8'),
    ])
    const stillGood = new X509Certificate(cert).validToDate.getTime() > Date.now() + dayMs
    return stillGood ? { cert, key, file } : undefined
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/**
 * A self-signed certificate for localhost, 127.0.0.1 and ::1, valid for a year. Kept in the folder, so that a client
 * only has to trust it once; without a folder it goes to a temporary one.
 */
export async function localCertificate(folder?: string): Promise<Certificate> {
  // The absolute path: it is passed to programs that run elsewhere.
  const home = resolve(folder ?? (await mkdtemp(join(tmpdir(), 'mock-idp-'))))
  await mkdir(home, { recursive: true })
  const kept = await readCertificate(home)
  if (kept) return kept

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
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
        ],
      },
    ],
  })
  const file = join(home, 'localhost.pem')
  await writeFile(file, cert)
  await writeFile(join(home, 'localhost.key'), key, { mode: 0o600 })
  return { key, cert, file }
}
