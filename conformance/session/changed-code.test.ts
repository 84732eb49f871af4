import { expect, test } from 'vitest'
import { changed } from './changed-code.ts'

test.each([
  ['123456', '678901'],
  ['AZ-09', 'NM-54'],
])('%s is changed in each character, and stays of its kind', (code, other) => {
  expect(changed(code)).toBe(other)
})
