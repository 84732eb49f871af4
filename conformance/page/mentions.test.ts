import { expect, test } from 'vitest'
import { mentions } from './mentions.ts'

test.each<[text: string, words: string | RegExp, expected: boolean]>([
  ['Sorry: these passwords DON’T match.', "Passwords don't match", true],
  ["Passwords don't match", 'Passwords don’t match', true],
  ['Use at least\u00A012 characters…', 'at least 12 characters...', true],
  ['Passwords don’t match', /don't match$/, true],
  ['Passwords match', "Passwords don't match", false],
])('“%s” and %s: %s', (text, words, expected) => {
  expect(mentions(text, words)).toBe(expected)
})
