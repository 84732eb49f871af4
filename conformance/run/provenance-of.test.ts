import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Pack } from '../../machines/model/pack.ts'
import { modelHash } from './provenance-of.ts'

const folder = mkdtempSync(join(tmpdir(), 'doorstep-pack-'))
mkdirSync(join(folder, 'flows'))
const write = (name: string, content: string) => writeFileSync(join(folder, name), content)
const hash = (file = 'pack.ts') => modelHash([{ pack: {} as Pack, folder, file: join(folder, file) }])

test('the hash of the model changes with each file of the pack, and with nothing else', () => {
  write('pack.ts', 'export const pack = 1')
  write('flows/log-in.ts', 'a')
  const before = hash()
  expect(before).toMatch(/^[0-9a-f]{16}$/)
  write('flows/log-in.test.ts', 'a test')
  expect(hash()).toBe(before)
  write('flows/log-in.ts', 'b')
  expect(hash()).not.toBe(before)
})

test('a pack inside a profile is hashed as the profile’s file', () => {
  write('doorstep.config.ts', 'a')
  const before = hash('doorstep.config.ts')
  write('flows/log-in.ts', 'c')
  expect(hash('doorstep.config.ts')).toBe(before)
  write('doorstep.config.ts', 'b')
  expect(hash('doorstep.config.ts')).not.toBe(before)
})
