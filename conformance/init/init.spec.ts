import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { parse } from 'yaml'
import { startPortal } from '../targets/example/portal.ts'
import { runProcess } from '../testing/run-process.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const command = join(root, 'conformance/doorstep.mjs')
const WORKFLOW = '.github/workflows/doorstep.yml'

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorstep-init-'))
})
test.afterEach(() => rmSync(folder, { recursive: true }))

const written = (name: string) => readFileSync(join(folder, name), 'utf8')

const run = (args: string[], env = {}) => runProcess(process.execPath, args, { cwd: folder, env })
const doorstep = (args: string[], env?: Record<string, string>) => run([command, ...args], env)

/** Whether TypeScript takes what was written, as in a project that has Doorstep installed. */
async function typeErrors(): Promise<string> {
  const paths = {
    doorstep: [join(root, 'conformance/index.ts')],
    '@doorstep/machines/authoring': [join(root, 'machines/authoring.ts')],
    '@playwright/test': [join(root, 'node_modules/@playwright/test')],
  }
  const compilerOptions = {
    ...{ strict: true, noEmit: true, skipLibCheck: true, target: 'es2024', module: 'preserve' },
    ...{ moduleResolution: 'bundler', allowImportingTsExtensions: true, jsx: 'react-jsx', paths },
    ...{ lib: ['es2024', 'dom', 'dom.iterable'], types: [join(root, 'node_modules/@types/node')] },
  }
  // Not beside the profile: what runs the sources would take its paths too.
  const own = join(folder, 'types')
  mkdirSync(own)
  writeFileSync(
    join(own, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, files: ['../doorstep.config.ts'] }),
  )
  return (await run([join(root, 'node_modules/typescript/bin/tsc'), '-p', own])).said
}

test('looks at a running product, and writes a profile that type-checks and a workflow', async () => {
  const apiKey = 'a key for this test'
  const portal = await startPortal({ smtp: { host: '127.0.0.1', port: 2526 }, apiKey })
  try {
    const { status, said } = await doorstep([
      ...['init', '--yes', '--url', portal.url, '--name', 'The portal', '--protected-page', '/home'],
      ...['--accounts', 'api', '--mailbox', 'smtp', '--smtp-port', '2526'],
    ])
    expect(said).toContain('“Log In” is probably “Enter” there')
    expect(status).toBe(0)
    expect(written('doorstep.config.ts')).toContain("heading: 'The portal'")
    expect(written('doorstep.config.ts')).toContain("'Log In': 'Enter'")
    expect(await typeErrors()).toBe('')

    const { steps } = parse(written(WORKFLOW)).jobs.check
    const check = steps.find(({ run = '' }) => run.includes('doorstep check'))
    expect(check.env).toEqual({ DOORSTEP_API_KEY: `\${{ secrets.DOORSTEP_API_KEY }}` })

    // The invitation arrives; only its words are not those of the documentation.
    const doctor = await doorstep(['doctor', '--flow', 'activate-account'], { DOORSTEP_API_KEY: apiKey })
    expect(doctor.said).toContain('✓ Mailbox')
    expect(doctor.said).toContain('the mailbox has “The portal is waiting for you”')
  } finally {
    await portal.close()
  }
})

const LOGIN = `<!doctype html><title>Heron</title><h1>Log on to Heron</h1>
<div><button>Accept all cookies</button></div>
<form><label>Account name <input name="a"></label><label>Secret words <input type="password"></label>
<button>Go in</button></form><a href="/help">Help</a>`

const SIGN_UP = `<!doctype html><title>Join</title><form role="search"><input aria-label="Search"></form>
<form method="post"><label>Mail address <input name="mail" required></label>
<label>Secret words <input type="password" required></label><label>Nickname <input required></label>
<label><input type="checkbox" required> I agree</label><button>Join Heron</button></form>`

const DOCS = `# Heron

## Sign in

1. On the **Sign in to Heron** page at \`https://heron.example/\`, enter your name into **User name**.
2. Enter your password into **Password**.
3. Click **Sign in**. The **Nest** page is displayed.
`

const GUIDE = `<!doctype html><title>Heron</title><nav><ol><li>Open the menu.</li></ol></nav><main><h1>Sign in</h1>
<ol><li>On the <b>Sign in to Heron</b> page at <code>https://heron.example/</code>, enter your name into <b>User name</b>.</li>
<li>Enter your password into <b>Password</b>.</li><li>Click <b>Sign in</b>.</li></ol></main>`

const PAGES: Record<string, string> = { '/join': SIGN_UP, '/guide/sign-in': GUIDE }

async function startHeron(): Promise<{ url: string; joined: string[]; server: Server }> {
  const joined: string[] = []
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html')
    if (request.method !== 'POST') return response.end(PAGES[request.url ?? ''] ?? LOGIN)
    request.setEncoding('utf8').on('data', (body: string) => joined.push(body))
    return request.on('end', () => response.end('<h1>Welcome</h1>'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, joined, server }
}

test('a page whose labels differ: a pack of the pages, names for the profile, and accounts by the form', async () => {
  const { url, joined, server } = await startHeron()
  try {
    writeFileSync(join(folder, 'heron.md'), DOCS)
    const { status, said } = await doorstep([
      ...['init', '--yes', '--url', url, '--docs', 'heron.md'],
      ...['--accounts', 'form', '--accounts-path', '/join'],
    ])
    expect(said).toContain('“Password” is probably “Secret words” there')
    expect(status).toBe(0)
    const profile = written('doorstep.config.ts')
    for (const line of [
      "packs: ['./doorstep-pack']",
      "heading: 'Log on to Heron'",
      "'User name': 'Account name'",
      "Password: 'Secret words'",
      "'Sign in': 'Go in'",
    ])
      expect(profile).toContain(line)
    expect(await typeErrors()).toBe('')

    const doctor = await doorstep(['doctor'])
    expect(doctor.said).toMatch(/✓ Given “ready” of sign-in {2}arranged in/)
    expect(joined.join()).toContain('mail=doorstep-')
    expect(doctor.status).toBe(0)
  } finally {
    server.close()
  }
})

test('documentation at an address: its page is kept in the pack, and traced there', {
  tag: '@long',
}, async () => {
  const { url, server } = await startHeron()
  try {
    const docs = new URL('/guide/sign-in', url).href
    const { status, said } = await doorstep(['init', '--yes', '--url', url, '--docs', docs])
    expect(said).toContain('“Password” is probably “Secret words” there')
    expect(status).toBe(0)
    expect(written('doorstep-pack/source/sign-in.html')).toContain('Sign in to Heron')
    const traced = await doorstep(['trace', 'doorstep-pack/source', '--pack', 'doorstep-pack'])
    expect(traced.said).toContain('1 procedure, 3 steps: 3 modelled, 0 not.')
    expect(traced.status).toBe(0)
  } finally {
    server.close()
  }
  const dead = await doorstep(['init', '--yes', '--beside', '--no-look', '--url', url, '--docs', url])
  expect(dead.said).toMatch(/cannot be read \(.*ECONNREFUSED.*\): correct the address, or save the page/)
  expect(dead.status).toBe(2)
})

test('overwrites nothing: what exists is named, and with --beside the new file goes beside it', async () => {
  const args = ['init', '--yes', '--url', 'http://localhost:4399/', '--no-look']
  writeFileSync(join(folder, 'doorstep.config.ts'), 'mine')
  const refused = await doorstep(args)
  expect(refused.said).toBe(
    'doorstep.config.ts exists already, so nothing is written: --beside writes doorstep.config.new.ts.\n',
  )
  expect(refused.status).toBe(2)
  expect(existsSync(join(folder, WORKFLOW))).toBe(false)

  const beside = await doorstep([...args, '--beside'])
  expect(beside.said).toContain('Next: npx doorstep doctor --config doorstep.config.new.ts')
  expect(written('doorstep.config.ts')).toBe('mine')
  expect(written('doorstep.config.new.ts')).toContain("url: 'http://localhost:4399/'")
  expect(existsSync(join(folder, WORKFLOW))).toBe(true)

  const again = await doorstep([...args, '--beside'])
  expect(again.said).toMatch(
    /and so do doorstep\.config\.new\.ts.*\.yml\.new|so does doorstep\.config\.new\.ts/,
  )
  expect(again.status).toBe(2)
  const doctor = await doorstep(['doctor', '--config', 'doorstep.config.new.ts'])
  expect(doctor.said).toContain('✗ Address')
})

test('an address that does not answer, and answers that are missing, write nothing', async () => {
  const dead = await doorstep(['init', '--yes', '--url', 'http://localhost:4399/'])
  expect(dead.said).toMatch(
    /cannot be looked at \(.*ERR_CONNECTION_REFUSED.*--no-look\. Nothing is written\./,
  )
  const asked = await doorstep(['init', '--url', 'http://localhost:4399/'])
  expect(asked.said).toContain('add --name <name>')
  expect([dead.status, asked.status]).toEqual([2, 2])
  expect(existsSync(join(folder, 'doorstep.config.ts'))).toBe(false)
})
