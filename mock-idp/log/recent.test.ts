import { expect, test } from 'vitest'
import { recent } from './recent.ts'

test('the last items are kept, in their order', () => {
  const last = recent<number>({ items: 3, characters: 10 })
  for (const item of [1, 2, 3, 4]) last.add(item)
  expect(last.all()).toEqual([2, 3, 4])
  last.clear()
  expect(last.all()).toEqual([])
})

test('fewer of them if they are long, wherever in them the text is', () => {
  const last = recent<unknown>({ items: 3, characters: 10 })
  last.add({ path: 'abc', form: { code: 'abc' } })
  last.add([['abc', { text: 'a' }], null, undefined, 5])
  expect(last.all()).toHaveLength(2)
  last.add('a')
  expect(last.all()).toHaveLength(2)
  expect(last.all().at(-1)).toBe('a')
})

test('what was taken leaves its room to others, and the last one is kept at any length', () => {
  const last = recent<string>({ items: 3, characters: 10 })
  last.add('12345678')
  expect(last.take((item) => item.startsWith('9'))).toBeUndefined()
  expect(last.take((item) => item.startsWith('1'))).toBe('12345678')
  last.add('abcdefgh')
  last.add('x')
  expect(last.all()).toEqual(['abcdefgh', 'x'])
  last.add('y'.repeat(50))
  expect(last.all()).toEqual(['y'.repeat(50)])
})
