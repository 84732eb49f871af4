import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { exportCommand } from './export.ts'

const folder = mkdtempSync(join(tmpdir(), 'doorstep-export-'))
afterAll(() => rmSync(folder, { recursive: true }))

const run = (...args: string[]) => exportCommand.parseAsync(args, { from: 'user' })

test('writes a flow of any pack as one file that names no other', async () => {
  const out = join(folder, 'own.html')
  await run('--pack', 'examples/kestrel/pack', '--flow', 'turn-on-two-step-sign-in', '--out', out)
  const page = readFileSync(out, 'utf8')
  // Not `expect(page)`: a failure would print all of it.
  expect(/Content-Security-Policy" content="([^"]*)/.exec(page)?.[1]).toMatch(
    /^default-src &#x27;none&#x27;; script-src &#x27;sha256-/,
  )
  expect(page.match(/<[^>]+\s(src|href)=/g)).toBeNull()
  expect(statSync(out).size).toBeLessThan(600_000)
})

test('says which flows there are, and that a file cannot be written', async () => {
  await expect(run('--flow', 'no-such')).rejects.toThrow('There is no flow "no-such": choose among')
  const out = join(folder, 'none', 'log-in.html')
  await expect(run('--flow', 'log-in', '--out', out)).rejects.toThrow('log-in.html cannot be written: ENOENT')
})

test('says which import of a pack a browser cannot have', async () => {
  const own = join(folder, 'pack')
  const text = readFileSync('examples/kestrel/pack/pack.ts', 'utf8').replaceAll(
    "from './",
    `from '${join(process.cwd(), 'examples/kestrel/pack')}/`,
  )
  mkdirSync(own)
  writeFileSync(
    join(own, 'pack.ts'),
    `import { cpus } from 'node:os'\nexport const many = cpus().length\n${text}`,
  )
  await expect(run('--pack', own, '--flow', 'turn-on-two-step-sign-in')).rejects.toThrow(
    /pack\.ts, line 1: Could not resolve "node:os"/,
  )
})
