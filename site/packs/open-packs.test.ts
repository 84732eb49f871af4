import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openPacks, packFolders } from './open-packs.ts'

const folder = mkdtempSync(join(tmpdir(), 'packs-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('folders are separated by colons or commas, and drives are not', () => {
  expect(packFolders('./one:/two, ../three')).toEqual(['./one', '/two', '../three'])
  expect(packFolders('C:\\packs\\one,D:\\two')).toEqual(['C:\\packs\\one', 'D:\\two'])
  expect(packFolders(undefined)).toEqual([])
})

test('the bundled packs come first, each with the folder of its pages', async () => {
  const packs = await openPacks([])
  expect(packs.map(({ bundled }) => bundled)).not.toContain(false)
  for (const { pack, file, folder } of packs) {
    expect(existsSync(file)).toBe(true)
    expect(existsSync(join(folder, `${pack.flows[0]?.id}.md`))).toBe(true)
  }
})

test('two packs with the same id are refused, with both folders', async () => {
  const [{ pack, folder: own } = { pack: { id: '' }, folder: '' }] = await openPacks([])
  const copy = join(folder, 'copy')
  cpSync(new URL('../../machines', import.meta.url), copy, { recursive: true })
  writeFileSync(join(copy, 'pack.ts'), `export * from './${pack.id}/pack.ts'\n`)
  await expect(openPacks([copy])).rejects.toThrow(
    `The pack ${copy} is not right:\n- The pack in ${own} has the id "${pack.id}", too: give each pack a different id.`,
  )
})

test('a folder without a pack is named, with what to do', async () => {
  await expect(openPacks([join(folder, 'none')])).rejects.toThrow('There is no folder')
})
