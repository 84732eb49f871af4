import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { exportCommand } from '../../conformance/commands/export.ts'

const pack = fileURLToPath(new URL('./pack', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'doorstep-export-'))
afterAll(() => rmSync(folder, { recursive: true }))

const run = (...args: string[]) => exportCommand.parseAsync(args, { from: 'user' })

test('writes a flow of any pack as one file that names no other', async () => {
  const out = join(folder, 'own.html')
  await run('--pack', pack, '--flow', 'turn-on-two-step-sign-in', '--out', out)
  const page = readFileSync(out, 'utf8')
  // Not `expect(page)`: a failure would print all of it.
  expect(/Content-Security-Policy" content="([^"]*)/.exec(page)?.[1]).toMatch(
    /^default-src &#x27;none&#x27;; script-src &#x27;sha256-/,
  )
  expect(page.match(/<[^>]+\s(src|href)=/g)).toBeNull()
  expect(statSync(out).size).toBeLessThan(600_000)
})

test('says which import of a pack a browser cannot have', async () => {
  const own = join(folder, 'pack')
  const text = readFileSync(join(pack, 'pack.ts'), 'utf8').replaceAll("from './", `from '${pack}/`)
  mkdirSync(own)
  writeFileSync(
    join(own, 'pack.ts'),
    `import { cpus } from 'node:os'\nexport const many = cpus().length\n${text}`,
  )
  await expect(run('--pack', own, '--flow', 'turn-on-two-step-sign-in')).rejects.toThrow(
    /pack\.ts, line 1: Could not resolve "node:os"/,
  )
})
