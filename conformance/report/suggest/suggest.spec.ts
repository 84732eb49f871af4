import { execFile } from 'node:child_process'
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const command = join(root, 'conformance/doorstep.mjs')
const env = { ...process.env, FORCE_COLOR: undefined, NO_COLOR: '1' }
const run = (file: string, args: string[], cwd: string) => promisify(execFile)(file, args, { cwd, env })

/** The pack, where its documentation and its screens say “Sign In” for what the product calls “Log In”. */
function writePack(folder: string): void {
  cpSync(join(root, 'machines'), join(folder, 'machines'), {
    recursive: true,
    filter: (path) => !/\/dist$/.test(path),
  })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  for (const file of globSync('machines/first-login/*.{ts,md}', { cwd: folder })) {
    const path = join(folder, file)
    const text = readFileSync(path, 'utf8')
    writeFileSync(
      path,
      text
        .replaceAll("press: 'Log In'", "press: 'Sign In'")
        .replaceAll("buttons: ['Log In']", "buttons: ['Sign In']")
        .replaceAll('Click **Log In**', 'Click **Sign In**'),
    )
  }
}

const profileOf = (bundled: string) => `import bundled from '${bundled}'

export default {
  ...bundled,
  packs: ['./machines/first-login'],
  screens: { 'login-page': { labels: { 'Sign In': 'Log In' } } },
}
`

test('a patch of the names that the product has applies, and then nothing is suggested', {
  tag: '@long',
}, async () => {
  test.setTimeout(300_000)
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-suggest-'))
  const check = (patch: string) =>
    run(process.execPath, [command, 'check', '--flow', 'log-in', '--no-checks', '--suggest', patch], folder)
  const page = () => readFileSync(join(folder, 'machines/first-login/log-in.md'), 'utf8')
  try {
    writePack(folder)
    writeFileSync(
      join(folder, 'doorstep.config.ts'),
      profileOf(join(root, 'conformance/targets/bundled/doorstep.config.ts')),
    )
    await run('git', ['init', '-q'], folder)

    const { stdout } = await check('names.patch')
    expect(stdout).toContain('Names that the documentation has and the product has not:')
    expect(stdout).toMatch(/log-in\.md:\d+/)
    await run('git', ['apply', '--check', 'names.patch'], folder)
    expect(page()).toContain('Click **Sign In**')
    await run('git', ['apply', 'names.patch'], folder)
    expect(page()).toContain('Click **Log In**')
    expect(page()).not.toContain('Sign In')

    const again = await check('again.patch')
    expect(again.stdout).toContain('conforms')
    expect(again.stdout).not.toContain('Names that the documentation has')
    expect(readFileSync(join(folder, 'again.patch'), 'utf8')).toBe('')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
