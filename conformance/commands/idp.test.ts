import { type ChildProcess, spawn } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { createInterface } from 'node:readline'
import { Hono } from 'hono'
import { expect, test, vi } from 'vitest'
import { serve } from '../../site/serve.ts'
import { idpCommand } from './idp.ts'

const script = `
  const { idpCommand } = await import(${JSON.stringify(new URL('./idp.ts', import.meta.url).href)})
  await idpCommand.parseAsync(process.argv.slice(1), { from: 'user' })
`

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the command has no output')
  for await (const line of createInterface(child.stdout)) return line
  throw new Error('the command printed nothing')
}

test('--json: a tenant, a ready client, users, a certificate and the control API, all of which work', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-idp-'))
  const data = ['--data', relative(process.cwd(), folder)]
  const options = ['--json', '--port', '0', '--https', '--https-port', '0', ...data]
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, '--', ...options])
  const { url, certificate, directories, control } = JSON.parse(await firstLine(child))
  const [tenant] = directories
  const metadata = await (await fetch(`${tenant.issuer}/.well-known/openid-configuration`)).json()
  expect(metadata.issuer).toBe(tenant.issuer)
  expect(tenant.secureIssuer).toMatch(/^https:\/\/localhost:\d+\//)
  expect(certificate).toBe(join(folder, 'localhost.pem'))
  expect(readFileSync(certificate, 'utf8')).toContain('BEGIN CERTIFICATE')

  const [client] = tenant.clients
  const form = {
    client_id: client.clientId,
    client_secret: client.clientSecret,
    grant_type: 'authorization_code',
    redirect_uri: client.redirectUris[0],
    code: 'x',
  }
  // The client is known and its secret is right: what is wrong is the code.
  const refused = await fetch(metadata.token_endpoint, { method: 'POST', body: new URLSearchParams(form) })
  expect((await refused.json()).error_codes).toEqual([70000])
  expect(tenant.users[0]).toMatchObject({ password: 'user-password' })

  expect((await fetch(`${control.url}/misbehaviours`)).status).toBe(401)
  const headers = { authorization: `Bearer ${control.token}` }
  const listed = await (await fetch(`${control.url}/misbehaviours`, { headers })).json()
  expect(listed.length).toBeGreaterThan(60)
  expect(await (await fetch(url)).text()).toContain('Directories')

  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
}, 60_000)

test.each([
  [['--public-url', 'idp.example.com'], /A public URL is scheme, name and port/],
  [['--public-url', 'https://idp.example.com/path'], /A public URL is scheme, name and port/],
  [['--name', 'https://idp.example.com'], /A name is a host name or an IP address/],
])('an option that is wrong says what it should be: %j', async (options, sentence) => {
  const said: string[] = []
  idpCommand.configureOutput({ writeErr: (text) => said.push(text) })
  await expect(idpCommand.parseAsync([...options], { from: 'user' })).rejects.toThrow()
  expect(said.join('')).toMatch(sentence)
})

test('--name, --public-url: the certificate has the name, requests by it are answered, addresses are public', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-idp-'))
  const names = ['--name', 'idp.internal', '--name', '192.0.2.7', '--public-url', 'https://idp.example.com']
  const options = ['--json', '--port', '0', '--https', '--https-port', '0', '--data', folder, ...names]
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, '--', ...options])
  const { url, certificate, directories } = JSON.parse(await firstLine(child))
  expect(url).toBe('https://idp.example.com')
  expect(directories[0].issuer).toMatch(/^https:\/\/idp\.example\.com\//)
  const { subjectAltName } = new X509Certificate(readFileSync(certificate))
  expect(subjectAltName).toContain('DNS:idp.internal')
  expect(subjectAltName).toContain('IP Address:192.0.2.7')
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
}, 60_000)

test.each([['--port', '0', '--https', '--https-port'], ['--port']])(
  'a port that is taken: one sentence and exit code 2: %s',
  async (...options) => {
    const { port, close } = await serve(new Hono(), { host: '127.0.0.1' })
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    await idpCommand.parseAsync([...options, String(port)], { from: 'user' })
    expect(said.mock.calls).toEqual([
      [expect.stringMatching(/^The port can't be used .* choose another one/)],
    ])
    expect(process.exitCode).toBe(2)
    process.exitCode = 0
    said.mockRestore()
    await close()
  },
)

test.each(['host.invalid', '192.0.2.7'])('a host that is not of this machine: %s', async (host) => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  await idpCommand.parseAsync(['--port', '0', '--host', host], { from: 'user' })
  expect(said.mock.calls).toEqual([[expect.stringMatching(/^The host can't be used .* of this machine\.$/)]])
  expect(process.exitCode).toBe(2)
  process.exitCode = 0
  said.mockRestore()
})
