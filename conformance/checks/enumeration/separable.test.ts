import { expect, test } from 'vitest'
import { separable } from './separable.ts'

const spread = (middle: number) => Array.from({ length: 20 }, (_, n) => middle + (n - 9.5) / 4)

test('the same times are not separable', () => {
  expect(separable(spread(20), spread(20))).toBeUndefined()
})

test('a password that is hashed for known addresses only is', () => {
  expect(separable(spread(45), spread(20))?.difference).toBeCloseTo(25)
  expect(separable(spread(20), spread(45))?.difference).toBeCloseTo(-25)
})

test('a difference that is certain but smaller than a tenth does not count', () => {
  expect(separable(spread(205), spread(200))).toBeUndefined()
})

test('one slow answer among many does not count', () => {
  expect(separable([...spread(20).slice(1), 900], spread(20))).toBeUndefined()
})
