import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstLogin } from '../../machines/first-login/pack.ts'
import { commonValues } from '../../machines/model/values.ts'
import { expressionOf } from './expression.ts'
import { type Generated, generateSpecs } from './generate.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
let generated: Generated
let folder = ''

beforeAll(async () => {
  generated = await generateSpecs(firstLogin, firstLogin.flows)
  folder = mkdtempSync(join(tmpdir(), 'doorstep-generate-'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  for (const [name, text] of Object.entries({ ...generated.files, ...generated.own }))
    writeFileSync(join(folder, name), text)
})
afterAll(() => rmSync(folder, { recursive: true }))

test('the specs of the bundled pack type-check, and import nothing that they do not use', () => {
  const files = Object.keys({ ...generated.files, ...generated.own })
  const options = ['--strict', '--noEmit', '--skipLibCheck', '--target', 'es2024', '--module', 'preserve']
  const more = ['--noUnusedLocals', '--allowImportingTsExtensions', '--types', 'node']
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const said = execFileSync(
    'sh',
    ['-c', '"$@" || true', 'sh', process.execPath, tsc, ...options, ...more, ...files],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  )
  expect(said).toBe('')
})

test('a path that needs more than a page is named with its reason, and each path is one test', () => {
  const all = Object.values(generated.files).join('\n')
  expect(all.match(/^ {2}test\(/gm)).toHaveLength(generated.written)
  expect(all.match(/^ {2}\/\/ Not written: .*\n {2}test\.fixme\(/gm)).toHaveLength(generated.left)
  expect(all).toMatch(/Not written: .*it needs a clock that can be moved/)
  expect(generated.written).toBeGreaterThan(5)
})

test.each([
  ['email', 'registered', 'person.email'],
  ['email', 'unknown', "person.email.replace('@', '-nobody@')"],
  ['password', 'wrong', "'certainly not the password'"],
  ['new-password', 'strong', 'person.choose(person.strong)'],
  ['repeated-password', 'different', `\`\${person.chosen}, but different\``],
  ['one-time-code', 'used', "await person.code(this.page, 'used')"],
  ['text', 'empty', "''"],
])('what %s holds for “%s” is %s', async (holds, symbol, code) => {
  expect(await expressionOf(commonValues, { label: 'Field', holds }, symbol)).toBe(code)
})
