import { expect, test } from 'vitest'
import { codesLike } from './codes-like.ts'

test.each([
  ['hexadecimal', ['0a1b2c3d4e5f'], 'Keep these: 9f8e7d6c5b4a, 0a1b2c3d4e5f', ['9f8e7d6c5b4a']],
  ['in groups', ['k7Qp-2xWz'], 'ab1C-9dEf k7Qp-2xWz', ['ab1C-9dEf']],
  ['numbers', ['1234 5678'], '2025 1111\n22223333', ['2025 1111']],
  ['among words', ['ab12cd34'], 'recovery download 9z8y7x6w', ['9z8y7x6w']],
  ['as a part of something longer', ['123456'], '99123456 654321-0', []],
  ['where none is known', [], 'anything', []],
])('codes are found: %s', (_, known, text, found) => {
  expect(codesLike(known, text)).toEqual(found)
})
