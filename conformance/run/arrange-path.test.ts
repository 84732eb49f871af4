import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Arrangement } from '../targets/target.ts'
import { arrangePath } from './arrange-path.ts'

const folder = mkdtempSync(join(tmpdir(), 'doorstep-arrange-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a given that fails twice in a row is not tried a third time; another one is', async () => {
  const tried: string[] = []
  const target = {
    arrange: async (flow: string, given: string) => {
      tried.push(`${flow}/${given}`)
      if (given === 'invited') throw new Error(`no answer (${tried.length})`)
      return {} as Arrangement
    },
  }
  const at = (given: string) => arrangePath(target, { flow: 'log-in', given, folder })
  await expect(at('invited')).rejects.toThrow('no answer (1)')
  await expect(at('invited')).rejects.toThrow('no answer (2)')
  await expect(at('invited')).rejects.toThrow('no answer (2)')
  await at('activated')
  expect(tried).toEqual(['log-in/invited', 'log-in/invited', 'log-in/activated'])
})

test('a given that fails now and then is tried every time', async () => {
  let tried = 0
  const target = {
    arrange: async () => {
      tried += 1
      if (tried % 2 === 1) throw new Error('busy')
      return {} as Arrangement
    },
  }
  const begin = { flow: 'log-in', given: 'editor', folder }
  for (let n = 0; n < 3; n++) {
    await expect(arrangePath(target, begin)).rejects.toThrow('busy')
    await arrangePath(target, begin)
  }
  expect(tried).toBe(6)
})
