import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Lock, readLock, writeLock } from './lock.ts'

const folder = mkdtempSync(join(tmpdir(), 'lock-'))
const lock: Lock = {
  version: 1,
  steps: [
    {
      id: null,
      flow: null,
      page: 'pots',
      title: 'Fill “it”',
      number: 1,
      labels: Array.from({ length: 8 }, (_, n) => `A label that is long, ${n}`),
      text: 'ab',
      sketch: '',
      frame: '',
      links: [],
      images: ['12'],
    },
  ],
  sections: [],
}

test('what is written is read', () => {
  const path = join(folder, 'a.json')
  writeLock(path, lock)
  expect(readLock(path)).toEqual(lock)
})

test('no line is longer than the project allows, and short lists stand on one', () => {
  const path = join(folder, 'b.json')
  writeLock(path, lock)
  const text = readFileSync(path, 'utf8')
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(110)
  expect(text).toContain('"images": ["12"]\n')
})

test('no lock, a broken lock, a place where none can be written', () => {
  const path = join(folder, 'c.json')
  expect(readLock(path)).toBeUndefined()
  writeFileSync(path, '{"version":1}')
  expect(() => readLock(path)).toThrow(expect.objectContaining({ code: 'lock-broken' }))
  expect(() => writeLock(join(folder, 'no', 'd.json'), lock)).toThrow(
    expect.objectContaining({ code: 'lock-not-writable' }),
  )
})
