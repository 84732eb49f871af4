import { expect, test } from 'vitest'
import { LONG } from './pwd2-long-passphrase.ts'

test('the long passphrase has the 64 code points that every product must permit, and no more', () => {
  expect([...LONG]).toHaveLength(64)
  expect(Buffer.byteLength(LONG)).toBeLessThanOrEqual(72)
})
