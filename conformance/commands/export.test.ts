import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { exportCommand } from './export.ts'

const folder = mkdtempSync(join(tmpdir(), 'doorstep-export-'))
afterAll(() => rmSync(folder, { recursive: true }))

const run = (...args: string[]) => exportCommand.parseAsync(args, { from: 'user' })

test('writes into a folder that is not there yet', async () => {
  const out = join(folder, 'new', 'log-in.html')
  await run('--flow', 'log-in', '--out', out)
  expect(existsSync(out)).toBe(true)
})

test('says which flows there are, and that a file cannot be written', async () => {
  await expect(run('--flow', 'no-such')).rejects.toThrow('There is no flow "no-such": choose among')
  await expect(run('--flow', 'log-in', '--out', folder)).rejects.toThrow(
    /cannot be written: EISDIR.*choose another with --out/,
  )
})

test('a walk is for paper: with another form it is refused, and nothing is written', async () => {
  const out = join(folder, 'walk.html')
  await expect(run('--flow', 'log-in', '--walk', '#walk=log-in', '--out', out)).rejects.toThrow(
    '--walk is for a walk on paper: name a PDF, such as --out walk.pdf.',
  )
  expect(existsSync(out)).toBe(false)
})
