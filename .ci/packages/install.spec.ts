import { spawn } from 'node:child_process'
import { cpSync, globSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { contents } from './contents.ts'
import { firstMatch, PAGE, USE } from './installed.ts'
import {
  installers,
  overridesFor,
  ownPackagesOf,
  packagesIn,
  quickestOf,
  root,
  run,
  runInstaller,
  weightOf,
} from './installer.ts'

/** Packages that are bundled or come as dependencies of nobody. */
const UNWANTED = ['node', 'tsx', 'astro', 'react', 'react-dom', 'esbuild', 'playwright', 'playwright-core']
const MOST_MEGABYTES = 80

// The packages are built once, and both installers take them.
test.describe.configure({ mode: 'default' })

let tarballs = ''

test.beforeAll(async () => {
  test.setTimeout(600_000)
  tarballs = mkdtempSync(join(tmpdir(), 'doorstep-tarballs-'))
  await run(process.execPath, ['.ci/packages/build.ts'], root)
  for (const { folder: own } of contents)
    await run('npm', ['pack', `./${own}/dist`, '--pack-destination', tarballs], root)
})

test.afterAll(() => rmSync(tarballs, { recursive: true, force: true }))

for (const { name: installer, args: install } of installers)
  test.describe(`installed from tarballs by ${installer}, with scripts blocked`, { tag: '@long' }, () => {
    test.describe.configure({ mode: 'serial', timeout: 600_000 })

    let folder = ''
    const command = () => join(folder, 'node_modules/doorstep/conformance/doorstep.mjs')
    const doorstep = async (...args: string[]) =>
      (await run(process.execPath, [command(), ...args], folder)).stdout
    const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
    const add = (...packages: string[]) => runInstaller(installer, [...install, ...packages], folder)
    const quickest = (...args: string[]) => quickestOf(command(), args, folder)

    test.beforeAll(async () => {
      test.setTimeout(600_000)
      folder = mkdtempSync(join(tmpdir(), 'doorstep-installed-'))
      const packed = globSync(join(tarballs, '*.tgz'))
      write('package.json', '{ "name": "app", "private": true, "type": "module" }')
      if (installer === 'pnpm') write('pnpm-workspace.yaml', overridesFor(packed))
      await add(...packed)
    })

    test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

    test('is small, and brings no Node, loader, bundler, Astro, React or Playwright', () => {
      const installed = join(folder, 'node_modules')
      const bytes = weightOf(installed)
      expect(bytes).toBeGreaterThan(1_000_000)
      expect(bytes / 1024 ** 2).toBeLessThan(MOST_MEGABYTES)
      expect(packagesIn(installed).intersection(new Set(UNWANTED))).toEqual(new Set())
    })

    test('names Playwright where it is needed, and takes it', async () => {
      for (const args of [['check'], ['explain', 'LNK2']])
        await expect(doorstep(...args)).rejects.toMatchObject({
          code: 2,
          stderr: `"doorstep ${args[0]}" needs Playwright: npm install --save-dev @playwright/test\n`,
        })
      await add('@playwright/test@1.65.1')
      const installed = join(folder, 'node_modules')
      expect(weightOf(installed) / 1024 ** 2).toBeLessThan(MOST_MEGABYTES)
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
        const { directories } = JSON.parse(await firstMatch(idp, /^({.*)/)) as {
          directories: { issuer: string }[]
        }
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
      await add('@types/node@24.19.2')
      const tsc = join(root, 'node_modules/typescript/bin/tsc')
      const options = [
        '--module',
        'nodenext',
        '--strict',
        '--noEmit',
        '--target',
        'es2024',
        '--types',
        'node',
      ]
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
      await add(...ownPackagesOf('examples/*/*.ts'))
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

    test('writes a flow as one file; of a pack of its own, esbuild is needed', async () => {
      for (const pack of globSync('examples/*/pack', { cwd: root }))
        cpSync(join(root, pack), join(folder, pack), { recursive: true })
      const packs = globSync('examples/*/pack/', { cwd: folder })
      expect(packs).not.toEqual([])
      await doorstep('export', '--flow', 'log-in')
      await doorstep('export', '--flow', 'log-in', '--out', 'log-in.zip')
      expect(statSync(join(folder, 'log-in.html')).size).toBeGreaterThan(300_000)
      for (const pack of packs) {
        const { flows } = JSON.parse(await doorstep('plan', '--pack', pack, '--json')) as {
          flows: { flow: string }[]
        }
        const args = ['export', '--pack', pack, '--flow', flows[0]?.flow ?? '', '--out', 'own.html']
        await expect(doorstep(...args)).rejects.toMatchObject({
          code: 2,
          stderr: expect.stringContaining('npm install --save-dev esbuild'),
        })
        await add('esbuild@0.28.2')
        await doorstep(...args)
        expect(statSync(join(folder, 'own.html')).size).toBeGreaterThan(300_000)
      }
    })

    test('starts the site, whose flows are walked at the real tenant', async ({ page }) => {
      const site = spawn(process.execPath, [command(), 'start', '--port', '0'], { cwd: folder })
      try {
        const url = await firstMatch(site, /Site\s+(\S+)/)
        const problems: string[] = []
        page.on('pageerror', ({ message }) => problems.push(message))
        await page.goto(`${url}/flows/log-in/#mode=live`)
        // The flow begins in a mail, whose link opens the tenant.
        await page.getByRole('button', { name: /^Do it for me/ }).click({ timeout: 30_000 })
        const tenant = page.frameLocator('iframe[title="The tenant"]')
        await expect(tenant.getByRole('button', { name: 'Log In' })).toBeVisible()
        const file = await page.request.get(`${url}/export/log-in.html`)
        expect(file.headers()['content-disposition']).toBe('attachment')
        expect(await file.text()).toContain('<!doctype html>')
        const second = await doorstep('start', '--port', '0').catch(
          (error: { code: number; stderr: string }) => error,
        )
        expect(second).toMatchObject({ code: 2, stderr: expect.stringContaining('used by another Doorstep') })
        expect(problems).toEqual([])
      } finally {
        site.kill('SIGTERM')
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

    // The last one: a slow machine keeps no other from being tried.
    test('answers without a wait', async () => {
      expect(await quickest('--help')).toBeLessThan(0.3)
      expect(await quickest('plan')).toBeLessThan(0.6)
    })
  })
