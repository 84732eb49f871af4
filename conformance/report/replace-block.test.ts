import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { replaceBlock } from './replace-block.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bench-'))
})
afterEach(() => rm(folder, { recursive: true }))

it('replaces the text between the marks of a benchmark, and nothing else', async () => {
  const file = join(folder, 'page.md')
  await writeFile(
    file,
    'a\n<!-- bench plan -->\nold\n<!-- end -->\nb\n<!-- bench load -->\nkept\n<!-- end -->\n',
  )
  await replaceBlock(file, 'plan', 'new')
  expect(await readFile(file, 'utf8')).toBe(
    'a\n<!-- bench plan -->\n\nnew\n\n<!-- end -->\nb\n<!-- bench load -->\nkept\n<!-- end -->\n',
  )
})

it('says what a file lacks that has no place for the table', async () => {
  const file = join(folder, 'page.md')
  await writeFile(file, 'nothing\n')
  await expect(replaceBlock(file, 'plan', 'new')).rejects.toThrowError(/write "<!-- bench plan -->"/)
})
