import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { findBrowser, launchOptions } from '../../conformance/browser.ts'
import { type Fault, startKestrel } from './app.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const here = fileURLToPath(new URL('./', import.meta.url))
const KEY = 'the key of this test'

let folder = ''
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kestrel-specs-'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
})
test.afterEach(() => rmSync(folder, { recursive: true }))

async function run(...args: string[]) {
  const env = { ...process.env, TEST_WORKER_INDEX: undefined, NO_COLOR: '1', FORCE_COLOR: undefined }
  const ran = promisify(execFile)(process.execPath, args, { cwd: folder, env })
  const {
    stdout,
    stderr,
    code = 0,
  } = (await ran.catch((error: { stdout: string; stderr: string; code: number }) => error)) as {
    stdout: string
    stderr: string
    code?: number
  }
  return { code, said: stdout + stderr }
}

const generate = () =>
  run(join(root, 'conformance/doorstep.mjs'), 'generate', '--pack', join(here, 'pack'), '--out', 'specs')

/** Completes people.ts as its author does: an account by the API, and the digits that a phone shows. */
function complete(url: string) {
  const file = join(folder, 'specs/people.ts')
  const scan = JSON.stringify(join(root, 'conformance/page/scan.ts'))
  const app = JSON.stringify(join(root, 'machines/devices/authenticator-app.ts'))
  const text = readFileSync(file, 'utf8')
    .replace(/^/, `import { scanPage } from ${scan}\nimport { codeAt } from ${app}\n`)
    .replace(
      /async code\(_page: Page, which:(.*)\n.*\n/,
      (_, rest: string) =>
        `async code(page: Page, which:${rest}
    const enrolment = await scanPage(page)
    if (!enrolment) throw new Error('There is nothing to be scanned.')
    const right = codeAt(enrolment, Date.now())
    return which === 'right' ? right : right.replace(/./g, (digit) => String((Number(digit) + 5) % 10))
`,
    )
    .replace(
      /( {2})throw new Error\(`people\.ts does not say how “\$\{given\}.*\n/,
      () =>
        `  const name = \`wren-\${Date.now()}\`
  const body = JSON.stringify({ name, passphrase: 'a nest of warm words' })
  const headers = { authorization: 'Bearer ${KEY}', 'content-type': 'application/json' }
  const { ok } = await fetch('${url}/api/people', { method: 'POST', headers, body })
  if (!ok) throw new Error(\`No account is made for \${given} of \${flow}.\`)
  return new Person(name, 'a nest of warm words')
`,
    )
  writeFileSync(file, text)
}

async function runSpecs(fault?: Fault) {
  const { url, close } = await startKestrel({ key: KEY, ...(fault && { fault }) })
  const browser = findBrowser()
  if (!browser) throw new Error('There is no browser.')
  const use = { baseURL: url, launchOptions: launchOptions(browser) }
  writeFileSync(
    join(folder, 'playwright.config.ts'),
    `export default ${JSON.stringify({ testDir: 'specs', timeout: 30_000, expect: { timeout: 3_000 }, reporter: 'list', use })}`,
  )
  try {
    complete(url)
    return await run(join(root, 'node_modules/@playwright/test/cli.js'), 'test')
  } finally {
    await close()
  }
}

test('the generated spec walks the product with Playwright alone, a step per documented step', async () => {
  expect((await generate()).said).toContain('1 test')
  const spec = readFileSync(join(folder, 'specs/turn-on-two-step-sign-in.spec.ts'), 'utf8')
  expect(spec.match(/test\.step\('turn-on-two-step-sign-in\.\d/g)).toHaveLength(7)
  for (const file of ['turn-on-two-step-sign-in.spec.ts', 'kestrel.page.ts'])
    expect(readFileSync(join(folder, 'specs', file), 'utf8')).not.toMatch(/from '(?:doorstep|.*conformance)/)
  const { code, said } = await runSpecs()
  expect(said).toContain('1 passed')
  expect(code).toBe(0)
})

test('the generated spec fails where the product takes any digits', async () => {
  await generate()
  const { code, said } = await runSpecs('any-digits')
  expect(said).toMatch(/1 failed/)
  expect(code).toBe(1)
})

test('writing again leaves people.ts as it is, and overwrites no file of somebody else', async () => {
  await generate()
  writeFileSync(join(folder, 'specs/people.ts'), 'mine')
  expect((await generate()).code).toBe(0)
  expect(readFileSync(join(folder, 'specs/people.ts'), 'utf8')).toBe('mine')
  writeFileSync(join(folder, 'specs/kestrel.page.ts'), 'mine, too')
  const { code, said } = await generate()
  expect(said).toContain('kestrel.page.ts in specs was not written by this command, so nothing is written')
  expect(code).toBe(2)
})
