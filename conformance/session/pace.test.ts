import { expect, test } from 'vitest'
import { noteTook, paceOf } from './pace.ts'

const at = (url: string) => paceOf({ url, patience: 5_000 })

test('a deployment whose screens come slowly gets more time than its patience, within bounds', () => {
  expect(at('https://quick.example.com')).toBe(5_000)
  noteTook('https://quick.example.com', 300)
  expect(at('https://quick.example.com')).toBe(5_000)
  noteTook('https://slow.example.com', 3_000)
  noteTook('https://slow.example.com', 100)
  expect(at('https://slow.example.com')).toBe(9_000)
  noteTook('https://slow.example.com', 20_000)
  expect(at('https://slow.example.com')).toBe(15_000)
  expect(at('https://quick.example.com')).toBe(5_000)
})
