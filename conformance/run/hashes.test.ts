import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Pack } from '../../machines/model/pack.ts'
import { codeHash, modelHash, profileHash } from './hashes.ts'

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

test('the hash of a profile changes with each file that it imports', () => {
  write('people.ts', "export const invited = 'a'")
  write('doorstep.config.ts', "import { invited } from './people.ts'\nexport default { invited }")
  const before = profileHash(join(folder, 'doorstep.config.ts'))
  expect(before).toMatch(/^[0-9a-f]{16}$/)
  write('other.ts', 'not imported')
  expect(profileHash(join(folder, 'doorstep.config.ts'))).toBe(before)
  write('people.ts', "export const invited = 'b'")
  expect(profileHash(join(folder, 'doorstep.config.ts'))).not.toBe(before)
})

test('a profile that is no valid TypeScript has a hash, too', () => {
  write('broken.config.ts', 'export default {')
  expect(profileHash(join(folder, 'broken.config.ts'))).toMatch(/^[0-9a-f]{16}$/)
})

test('the hash of the code changes with what judges, and with no test or profile', () => {
  for (const name of ['code/checks', 'code/targets/mine', 'code/targets/mailboxes'])
    mkdirSync(join(folder, name), { recursive: true })
  const ofCode = () => codeHash([join(folder, 'code')])
  write('code/checks/lnk1.ts', 'a')
  const before = ofCode()
  write('code/checks/lnk1.test.ts', 'a test')
  write('code/targets/mine/doorstep.config.ts', 'a profile')
  expect(ofCode()).toBe(before)
  write('code/checks/lnk1.ts', 'b')
  expect(ofCode()).not.toBe(before)
  write('code/checks/lnk1.ts', 'a')
  write('code/targets/mailboxes/imap.ts', 'b')
  expect(ofCode()).not.toBe(before)
  expect(codeHash()).toBe(codeHash())
})
