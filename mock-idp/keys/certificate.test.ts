import { execFile, spawnSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MockIdp, startMockIdp } from '../index.ts'
import { localCertificate } from './certificate.ts'
import { selfSigned } from './self-signed.ts'

const run = promisify(execFile)
const folder = () => mkdtempSync(join(tmpdir(), 'idp-certificate-'))
const read = (file: string) => new X509Certificate(readFileSync(file))

test('the certificate is for a server with these names, and no authority', async () => {
  const { file } = await localCertificate(folder(), ['idp.internal', '192.0.2.7'])
  const { ca, keyUsage, subjectAltName } = read(file)
  expect(ca).toBe(false)
  expect(keyUsage).toEqual(['1.3.6.1.5.5.7.3.1'])
  expect(subjectAltName).toBe(
    'DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1, DNS:idp.internal, IP Address:192.0.2.7',
  )
})

test('one that an earlier version made as an authority is replaced, and the new one is kept', async () => {
  const home = folder()
  const authority = await selfSigned({
    commonName: 'localhost',
    alg: 'ES256',
    notAfter: new Date(Date.now() + 100 * 24 * 3600 * 1000),
    extensions: (x509) => [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.SubjectAlternativeNameExtension([
        { type: 'dns', value: 'localhost' },
        { type: 'ip', value: '127.0.0.1' },
        { type: 'ip', value: '::1' },
      ]),
    ],
  })
  writeFileSync(join(home, 'localhost.pem'), authority.cert)
  writeFileSync(join(home, 'localhost.key'), authority.key)
  expect(read(join(home, 'localhost.pem')).ca).toBe(true)
  const made = await localCertificate(home)
  expect(read(made.file).ca).toBe(false)
  expect((await localCertificate(home)).cert).toBe(made.cert)
})

describe('is trusted, and needed, by', () => {
  let idp: MockIdp
  let file = ''
  beforeAll(async () => {
    idp = await startMockIdp({ https: { port: 0 } })
    file = idp.certificateFile ?? ''
  })
  afterAll(() => idp.close())

  const isHere = (command: string) => spawnSync(command, ['--version']).status === 0
  const page = () => `${idp.secureUrl}/assets/icon.svg`
  const fetching = `fetch(process.argv[1]).then(({ status }) => console.log(status))`
  const asking = `import ssl, sys, urllib.request as u; print(u.urlopen(sys.argv[1], context=ssl.create_default_context()).status)`
  /** A client that prints the status; the certificate's file comes by a variable of its environment. */
  const clients: [string, () => string[], string][] = [
    [process.execPath, () => ['-e', fetching, page()], 'NODE_EXTRA_CA_CERTS'],
    ['curl', () => ['-sS', '-o', '/dev/null', '-w', '%{http_code}', page()], 'CURL_CA_BUNDLE'],
    ['python3', () => ['-c', asking, page()], 'SSL_CERT_FILE'],
  ]
  test.each(clients.filter(([command]) => isHere(command)))('%s', async (command, args, variable) => {
    const env = { ...process.env, [variable]: file }
    expect((await run(command, args(), { env })).stdout.trim()).toBe('200')
    const { [variable]: _, ...without } = env
    await expect(run(command, args(), { env: without })).rejects.toThrow(/certificate/i)
  })
})
