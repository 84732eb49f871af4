import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { startPortal } from '../../conformance/targets/example/portal.ts'
import { runProcess } from '../../conformance/testing/run-process.ts'
import { troubles } from './troubles.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const doorstep = at('../../conformance/doorstep.mjs')
/** What a reader puts their own address in place of. */
const THEIR_ADDRESS = 'https://login.example.com'

/** Every command of a page, as it is there, in order. */
const commandsOn = (page: string) =>
  [...readFileSync(at(`../pages/docs/${page}.md`), 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(
    ([, block = '']) =>
      block
        .replaceAll(/\\\n\s*/g, '')
        .trim()
        .split('\n'),
  )
const commands = commandsOn('teams')

const run = (command: string, cwd: string) =>
  runProcess(process.execPath, [doorstep, ...command.split(' ').slice(2)], { cwd })

/** Optional, for the provider alone needs no browser; a team that checks a deployment does. */
const PEER = '@playwright/test'

test('the quick start for teams installs what a check needs', () => {
  const [install, browser] = commands
  const manifest = readFileSync(at('../../conformance/package.json'), 'utf8')
  const { name, peerDependencies } = JSON.parse(manifest)
  expect(Object.keys(peerDependencies)).toContain(PEER)
  expect(install).toBe(`npm install --save-dev ${PEER} ${name}`)
  expect(troubles['browser-missing'].fix).toContain(browser)
})

test('the quick start for teams works word for word', { tag: '@long' }, async () => {
  const ours = commands.filter((command) => command.startsWith('npx doorstep'))
  expect(ours).toHaveLength(commands.length - 2)
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-quick-start-'))
  const portal = await startPortal({ smtp: { host: '127.0.0.1', port: 1 }, apiKey: 'a key for this test' })
  try {
    for (const command of ours) {
      const { status, said } = await run(command.replace(THEIR_ADDRESS, portal.url), folder)
      expect.soft({ command, status, said }).toMatchObject({ status: 0 })
      if (!command.includes(' init ')) continue
      expect(readFileSync(join(folder, 'doorstep.config.ts'), 'utf8')).toContain(portal.url)
      // A person completes the profile now: this is the finished one of the same portal.
      const finished = at('../../conformance/targets/example/doorstep.config.ts')
      writeFileSync(
        join(folder, 'doorstep.config.ts'),
        `export { default } from ${JSON.stringify(finished)}\n`,
      )
    }
    expect(existsSync(join(folder, 'report.html'))).toBe(true)
  } finally {
    await portal.close()
    rmSync(folder, { recursive: true })
  }
})

test('the page about a product of your own works word for word, with the example', {
  tag: '@long',
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-add-'))
  cpSync(at('../../examples'), join(folder, 'examples'), { recursive: true })
  symlinkSync(at('../../node_modules'), join(folder, 'node_modules'))
  try {
    const all = commandsOn('add-a-product')
    expect(all.length).toBeGreaterThan(3)
    for (const command of all) {
      const { status, said } = await run(command, folder)
      expect.soft({ command, status, said }).toMatchObject({ status: 0 })
    }
    expect(existsSync(join(folder, 'my-pack/pack.ts'))).toBe(true)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
