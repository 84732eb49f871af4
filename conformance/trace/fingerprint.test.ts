import { expect, test } from 'vitest'
import { frameOf, hashOf, similarityOf, sketchOf } from './fingerprint.ts'

const alike = (one: string, other: string) => similarityOf(sketchOf(one), sketchOf(other))

test('typesetting does not count, words and their case do', () => {
  expect(hashOf('It’s “so” – said.')).toBe(hashOf('It\'s\n"so"  - said.'))
  expect(hashOf('NOTE: Hot.')).toBe(hashOf('Hot.'))
  expect(hashOf('Log In')).not.toBe(hashOf('Log in'))
})

test('similarity is the share of common words and pairs of words', () => {
  expect(alike('open the lid', 'Open the lid.')).toBe(1)
  expect(alike('open the lid', 'paint a wall')).toBe(0)
  expect(alike('', '')).toBe(1)
  expect(alike('', 'a')).toBe(0)
  // Of a, b, c and the pairs ab, bc against a, b, d and ab, bd: a, b, ab of seven.
  expect(alike('a b c', 'a b d')).toBeCloseTo(3 / 7)
})

test('a frame is what is left without labels', () => {
  expect(frameOf('Click Save.', ['Save'])).toBe(frameOf('Click Apply.', ['Apply']))
  expect(frameOf('Click Save as.', ['Save', 'Save as'])).toBe(frameOf('Click Save.', ['Save']))
  expect(frameOf('Click Save.', ['Save'])).not.toBe(frameOf('Press Save.', ['Save']))
})
