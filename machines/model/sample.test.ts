import { expect, test } from 'vitest'
import { noteOf, sampleOf } from './sample.ts'
import { library } from './testing/small-pack.ts'

const sample = { email: 'reader@example.com', password: 'old', strong: 'new and long', weak: 'no' }

test('a pack says who walks it', () => {
  expect(sampleOf({ ...library, sample })).toEqual(sample)
})

test('a pack that does not can be walked all the same', () => {
  const { strong, weak, email } = sampleOf(library)
  expect(strong.length).toBeGreaterThan(weak.length)
  expect(email).toContain('@example.com')
})

test('a note is the pack’s own, or made up from its name', () => {
  expect(noteOf({ ...library, sample: { ...sample, notes: { cardNumber: '17' } } }, 'cardNumber')).toBe('17')
  expect(noteOf(library, 'cardNumber')).toBe('example-card-number')
})
