import { expect, test } from 'vitest'
import type { Sent } from '../bench/sent.ts'
import { withFirst, withLast } from './repeated.ts'

const sending = (body: string): Sent => ({ url: 'https://a.example/', method: 'POST', headers: {}, body })

test.each([
  [
    'a form',
    'token=a&password=good&again=good',
    'token=a&password=good&again=x',
    'token=a&password=x&again=good',
  ],
  [
    'JSON',
    '{"p":"good","more":{"q":"good"}}',
    '{"p":"good","more":{"q":"x"}}',
    '{"p":"x","more":{"q":"good"}}',
  ],
  ['a form that has it once', 'password=good', 'password=x', 'password=x'],
])('one of two places in %s is changed', (_, body, last, first) => {
  expect(withLast(sending(body), 'good', 'x').body).toBe(last)
  expect(withFirst(sending(body), 'good', 'x').body).toBe(first)
})

test('what was not typed stays', () => {
  expect(withLast(sending('a=1&b=2'), 'good', 'x').body).toBe('a=1&b=2')
})
