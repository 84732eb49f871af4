import { expect, test } from 'vitest'
import { shorten } from './shorten.ts'

test('a password is cut, and keeps each kind of character it had', () => {
  expect(shorten('violet harbour 27 lanterns', 9)).toBe('violet h2')
  expect(shorten('Abcdefghij-9', 5)).toBe('Abc-9')
  expect(shorten('abcdefgh', 3)).toBe('abc')
})
