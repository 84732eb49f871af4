import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { serve } from '../serve.ts'
import { swapIn } from './swap-in.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

test('the pages that are there are replaced as a whole, and nothing is left over', () => {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-swap-'))
  const place = join(folder, 'dist')
  for (const [name, file] of [
    ['dist', 'old.html'],
    ['dist-1', 'new.html'],
  ] as const) {
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, file), name)
  }
  swapIn(join(folder, 'dist-1'), place)
  expect(readdirSync(folder)).toEqual(['dist'])
  expect(readdirSync(place)).toEqual(['new.html'])
  rmSync(folder, { recursive: true })
})

test('nothing is built, and no page touched, where the port is taken', async () => {
  const other = await serve({ fetch: () => new Response('taken') })
  const before = readdirSync(root)
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const [command = '', ...args] = scripts.prestart.split(' ')
  expect(command).toBe('node')
  const env = { ...process.env, PORT: String(other.port) }
  const started = spawnSync(process.execPath, args, { cwd: root, env, timeout: 15_000 })
  await other.close()
  expect(started.status).toBe(2)
  expect(String(started.stderr)).toMatch(
    /^The site can't use port \d+ of localhost: something else listens there/,
  )
  expect(readdirSync(root)).toEqual(before)
})

test('a setting that can’t be used is reported before anything is built', () => {
  const env = { ...process.env, IDP_PORT: '' }
  const args = ['site/server/build.ts', '--before-start']
  const started = spawnSync(process.execPath, args, { cwd: root, env, timeout: 15_000 })
  expect(started.status).toBe(2)
  expect(String(started.stderr)).toContain('set IDP_PORT to a number')
})

test.each([
  ['a folder with other files', ['--base', '/x/', '--out', 'site'], 'holds other files, which would be lost'],
  [
    'an address in place of a path',
    ['--base', 'http://x.example/'],
    'is not the path of a URL: give one such as',
  ],
  ['an option that there is not', ['--bse', '/x/'], "Unknown option '--bse'"],
])('%s is refused before anything is built', (_, options, message) => {
  const before = readdirSync(join(root, 'site'))
  const args = ['site/server/build.ts', ...options]
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    timeout: 15_000,
  })
  expect(stderr).toContain(message)
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(status).toBe(2)
  expect(readdirSync(join(root, 'site'))).toEqual(before)
})
