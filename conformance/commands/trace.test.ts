import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { teapot } from '../trace/fixtures/flows.ts'
import { traceCommandFor } from './trace.ts'

const fixtures = fileURLToPath(new URL('../trace/fixtures/', import.meta.url))
let folder: string
let lock: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trace-'))
  lock = join(folder, 'lock.json')
  cpSync(fixtures, folder, { recursive: true })
})

afterEach(() => {
  process.exitCode = undefined
  vi.restoreAllMocks()
})

async function run(...args: string[]) {
  const out = vi.spyOn(console, 'log').mockImplementation(() => {})
  const err = vi.spyOn(console, 'error').mockImplementation(() => {})
  await traceCommandFor(async () => ({ pack: teapot, folder, file: join(fixtures, 'flows.ts') })).parseAsync(
    args,
    { from: 'user' },
  )
  const text = (spy: typeof out) => spy.mock.calls.map(([line]) => String(line)).join('\n')
  const result = { code: process.exitCode, out: text(out), err: text(err) }
  vi.restoreAllMocks()
  return result
}

test('update writes the lock; after that nothing is open until a page changes', async () => {
  const page = join(folder, 'manual/teapot.md')
  expect(await run(page, '--lock', lock, '--update')).toMatchObject({ code: 0, err: '' })
  expect(await run(page, '--lock', lock)).toMatchObject({ code: 0, err: '' })
  writeFileSync(page, readFileSync(page, 'utf8').replace('**Rinse**', '**Wash**'))
  const changed = await run(page, '--lock', lock)
  expect(changed.code).toBe(1)
  expect(changed.out).toContain('“Rinse” became “Wash”')
})

test('update replaces a broken lock', async () => {
  writeFileSync(lock, 'no lock')
  expect((await run(join(folder, 'manual'), '--lock', lock)).code).toBe(2)
  expect((await run(join(folder, 'manual'), '--lock', lock, '--update')).code).toBe(0)
  expect((await run(join(folder, 'manual'), '--lock', lock)).code).toBe(0)
})

test('json has the documented shape', async () => {
  await run(join(folder, 'manual'), '--lock', lock, '--update')
  const { out, code } = await run(join(folder, 'quick.md'), '--lock', lock, '--json')
  expect(code).toBe(1)
  const trace = JSON.parse(out)
  expect(Object.keys(trace)).toEqual(['procedures', 'irregularities', 'gaps', 'drift', 'skipped'])
  expect(Object.keys(trace.procedures[0])).toEqual(['title', 'flow', 'steps'])
  expect(Object.keys(trace.procedures[0].steps[0])).toEqual([
    'id',
    'number',
    'text',
    'file',
    'line',
    'labels',
    'transitions',
  ])
})

test.each([
  ['a file that is not there', ['no.md'], 'There is no file or folder'],
  ['a file that is no Markdown', ['fixtures.txt'], 'is not a page in Markdown or HTML'],
  ['a folder without pages', ['empty'], 'holds no page in Markdown or HTML'],
  ['a file that is no text', ['binary.md'], 'is not a text in UTF-8'],
  ['a lock that is not there', ['quick.md', '--lock', 'no.json'], 'There is no lock'],
  ['a lock that is none', ['quick.md', '--lock', 'quick.md'], 'is not a lock of this version'],
])('%s is one sentence and exit code 2', async (_, args, message) => {
  writeFileSync(join(folder, 'fixtures.txt'), 'x')
  writeFileSync(join(folder, 'binary.md'), Buffer.from([0xff, 0xfe, 0x00]))
  cpSync(join(fixtures, 'manual'), join(folder, 'empty'), {
    recursive: true,
    filter: (path) => !path.endsWith('.md'),
  })
  const { code, out, err } = await run(...args.map((arg) => (arg.startsWith('--') ? arg : join(folder, arg))))
  expect(code).toBe(2)
  expect(out).toBe('')
  expect(err).toContain(message)
  expect(err.split('\n')).toHaveLength(1)
})

test('pages without any procedure are exit code 1 and a sentence', async () => {
  const page = join(folder, 'facts.md')
  writeFileSync(page, '# Facts\n\nThe pot is blue.\n')
  const { code, out } = await run(page)
  expect(code).toBe(1)
  expect(out).toContain('The given pages hold no procedure')
})

test('a page that cannot be read is listed; the others are traced', async () => {
  writeFileSync(join(folder, 'manual/broken.md'), Buffer.from([0x23, 0xe4, 0x0a]))
  const { code, out, err } = await run(join(folder, 'manual'))
  expect(code).toBe(1)
  expect(err).toBe('')
  expect(out).toContain('broken.md" is not a text in UTF-8')
  expect(out).toContain('2 procedures, 5 steps: 5 modelled')
})
