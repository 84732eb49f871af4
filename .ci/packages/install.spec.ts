import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { cpSync, globSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { contents } from './contents.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
/** Playwright asks for colours, and what is printed is compared. */
const env = { ...process.env, FORCE_COLOR: undefined, NO_COLOR: '1' }
const run = (file: string, args: string[], cwd: string) => promisify(execFile)(file, args, { cwd, env })

/** What installs is npm, as people have it: scripts are blocked, and what was downloaded before is taken. */
const INSTALL = ['install', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund']

test.describe('installed from tarballs, with scripts blocked', { tag: '@long' }, () => {
  test.describe.configure({ mode: 'serial', timeout: 600_000 })

  let folder = ''
  const command = () => join(folder, 'node_modules/doorstep/conformance/doorstep.mjs')
  const doorstep = async (...args: string[]) =>
    (await run(process.execPath, [command(), ...args], folder)).stdout
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text)

  test.beforeAll(async () => {
    test.setTimeout(600_000)
    folder = mkdtempSync(join(tmpdir(), 'doorstep-installed-'))
    const tarballs = join(folder, 'tarballs')
    mkdirSync(tarballs)
    await run(process.execPath, ['.ci/packages/build.ts'], root)
    for (const { folder: own } of contents)
      await run('npm', ['pack', `./${own}/dist`, '--pack-destination', tarballs], root)
    write('package.json', '{ "name": "app", "private": true, "type": "module" }')
    await run('npm', [...INSTALL, ...globSync(join(tarballs, '*.tgz'))], folder)
  })

  test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('is small, and brings no Node, loader, Astro or react-dom', () => {
    const files = globSync('node_modules/**/*', { cwd: folder, withFileTypes: true }).filter((one) =>
      one.isFile(),
    )
    const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
    expect(bytes).toBeGreaterThan(1_000_000)
    expect(bytes / 1024 ** 2).toBeLessThan(80)
    const unwanted = globSync('**/node_modules/{node,tsx,astro,react-dom}', { cwd: folder })
    expect(unwanted).toEqual([])
  })

  test('helps, plans and explains', async () => {
    expect(await doorstep('--help')).toContain('Usage: doorstep')
    expect(await doorstep('plan')).toContain('Nothing is out of reach.')
    expect(await doorstep('explain', 'LNK2')).toContain('Why:')
  })

  test('traces a page, and says where the model has each step', async () => {
    write('page.md', PAGE)
    // The page lacks most of the procedure, so it ends with 1.
    const { stdout } = await run(process.execPath, [command(), 'trace', 'page.md'], folder).catch(
      (error: { stdout: string }) => error,
    )
    expect(stdout).toMatch(/log-in\.4, 1 transition \S*first-login[\\/]log-in\.ts:\d+/)
  })

  test('drafts a pack, which it plans then', async () => {
    await doorstep('draft', 'page.md', '--out', 'drafted')
    expect(await doorstep('plan', '--pack', 'drafted')).toContain('Nothing is out of reach.')
  })

  test('starts the identity provider, which clients discover', async () => {
    const idp = spawn(process.execPath, [command(), 'idp', '--port', '0', '--json'], { cwd: folder })
    try {
      const { directories } = JSON.parse(await firstLine(idp)) as { directories: { issuer: string }[] }
      for (const { issuer } of directories) {
        const answer = await fetch(`${issuer}/.well-known/openid-configuration`)
        expect(await answer.json()).toMatchObject({ issuer })
      }
      expect(directories).toHaveLength(2)
    } finally {
      idp.kill()
    }
  })

  test('is imported: the provider, and what packs and profiles are written with', async () => {
    write('use.mjs', USE)
    const { stdout } = await run(process.execPath, ['use.mjs'], folder)
    expect(stdout.trim()).toBe('200 function function function first-login 1')
  })

  test('is typed, for a compiler that skips no declarations', async () => {
    write('use.ts', USE)
    await run('npm', [...INSTALL, '@types/node@24.19.2'], folder)
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    const options = ['--module', 'nodenext', '--strict', '--noEmit', '--target', 'es2024', '--types', 'node']
    const { stdout } = await run(
      process.execPath,
      [tsc, ...options, '--skipLibCheck', 'false', 'use.ts'],
      folder,
    ).catch((error: { stdout: string }) => error)
    expect(stdout).toBe('')
  })

  test('holds a deployment of its own to a pack of its own', async () => {
    const profiles = globSync('examples/*/doorstep.config.ts', { cwd: root })
    expect(profiles).not.toEqual([])
    for (const profile of profiles) {
      cpSync(join(root, dirname(profile)), join(folder, dirname(profile)), { recursive: true })
      expect(await doorstep('check', '--config', profile, '--no-checks')).toContain('conforms')
    }
  })

  test('walks the bundled tenant, and writes every report', async () => {
    const reports = ['--html', 'r.html', '--junit', 'r.xml', '--json', 'r.json']
    const printed = await doorstep('check', '--flow', 'log-in', '--no-checks', ...reports)
    expect(printed).toContain('conforms')
    for (const file of ['r.html', 'r.xml', 'r.json'])
      expect(statSync(join(folder, file)).size).toBeGreaterThan(1000)
  })

  test('writes a flow as one file, of the bundled pack and of one of its own', async () => {
    const packs = globSync('examples/*/pack/', { cwd: folder })
    expect(packs).not.toEqual([])
    await doorstep('export', '--flow', 'log-in')
    expect(statSync(join(folder, 'log-in.html')).size).toBeGreaterThan(300_000)
    for (const pack of packs) {
      const { flows } = JSON.parse(await doorstep('plan', '--pack', pack, '--json')) as {
        flows: { flow: string }[]
      }
      await doorstep('export', '--pack', pack, '--flow', flows[0]?.flow ?? '', '--out', 'own.html')
      expect(statSync(join(folder, 'own.html')).size).toBeGreaterThan(300_000)
    }
  })

  test('says to an old Node which one it needs', async () => {
    const pretend = `Object.defineProperty(process.versions, 'node', { value: '20.19.0' })`
    const told = await run(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`, command(), '--help'],
      folder,
    ).catch((error: { code: number; stderr: string }) => error)
    expect(told).toMatchObject({ code: 2, stderr: expect.stringContaining('Node 22.13 or newer') })
  })
})

const PAGE = `# Log in

1. Open the tenant.
2. Enter your **Email** and click **Continue**.
3. Enter the **Password** and click **Log In**.
`

const USE = `import { startMockIdp } from '@doorstep/mock-idp'
import { packs } from '@doorstep/machines'
import { defineDeployment, defineFlow, definePack, setup } from 'doorstep'
import { plan } from 'doorstep/plan'

const idp = await startMockIdp()
const { status } = await fetch(idp.url + '/common/v2.0/.well-known/openid-configuration')
await idp.close()
const machine = setup({}).createMachine({ initial: 'off', states: { off: { on: { switch: 'on' } }, on: {} } })
const { length } = plan(machine).paths
console.log(status, typeof definePack, typeof defineFlow, typeof defineDeployment, packs[0]?.id, length)
`

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  if (stdout) for await (const line of createInterface({ input: stdout })) return line
  throw new Error('It ended without a word.')
}
