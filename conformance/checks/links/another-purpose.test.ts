import { expect, test } from 'vitest'
import { addressOf } from './another-purpose.ts'

const at = (path: string) => addressOf({ link: `https://product.test${path}`, token: 'abc123' })

test.each([
  [
    'one page, whatever account',
    '/password?token=abc123&email=ada%40example.com',
    '/password?token=abc123&email=eve%40example.com',
  ],
  ['an id in the path', '/users/3/password/abc123', '/users/7/password/abc123'],
])('is the same address: %s', (_, one, other) => {
  expect(at(one)).toBe(at(other))
})

test.each([
  ['a page of its own', '/activate?token=abc123', '/reset?token=abc123'],
  ['a word in the query', '/verify?type=invite&token=abc123', '/verify?type=recovery&token=abc123'],
])('is another address: %s', (_, one, other) => {
  expect(at(one)).not.toBe(at(other))
})
