import { expect, test } from 'vitest'
import { crossed, unsigned, writingsOf } from './token-writings.ts'

const EMAIL = 'ann@example.com'
const base64 = (text: string) => Buffer.from(text).toString('base64url')

test.each([
  ['as it is', EMAIL, 'bob@example.com'],
  ['percent-encoded', encodeURIComponent(EMAIL), encodeURIComponent('bob@example.com')],
  ['in base64url', base64(`{"of":"${EMAIL}"}`), base64('{"of":"bob@example.com"}')],
  ['before a signature', `${base64(EMAIL)}.c2ln`, `${base64('bob@example.com')}.c2ln`],
  [
    'in base64 with its padding, percent-encoded',
    encodeURIComponent(Buffer.from(`${EMAIL};`).toString('base64')),
    encodeURIComponent(Buffer.from('bob@example.com;').toString('base64')),
  ],
])('an address in a cookie is found and replaced, %s', (_how, value, other) => {
  const writing = writingsOf(value).find(({ text }) => text.includes(EMAIL))
  expect(writing?.write(writing.text.replace(EMAIL, 'bob@example.com'))).toBe(other)
})

test('a random value holds no text', () => {
  expect(writingsOf('Zv8_kA3-0xQf7Lw1pT9eRg').every(({ text }) => !text.includes('@'))).toBe(true)
})

test('a JSON Web Token loses its signature, anything else stays', () => {
  const [header, payload] = [base64('{"alg":"HS256","typ":"JWT"}'), base64('{"sub":"1"}')]
  const signature = 'x'.repeat(43)
  const forged = unsigned(`${header}.${payload}.${signature}`)
  expect(forged).toEqual([
    `${base64('{"alg":"none","typ":"JWT"}')}.${payload}.`,
    `${header}.${payload}.`,
    `${header}.${payload}.${'x'.repeat(21)}A${'x'.repeat(21)}`,
  ])
  expect(unsigned('Zv8_kA3-0xQf7Lw1pT9eRg')).toEqual([])
  expect(unsigned(`a.b.${signature}`)).toEqual([])
})

test('of two JSON Web Tokens, what one says is signed as the other is', () => {
  const header = base64('{"alg":"HS256"}')
  const token = (sub: string, sign: string) => `${header}.${base64(`{"sub":"${sub}"}`)}.${sign.repeat(43)}`
  expect(crossed(token('ann', 'x'), token('bob', 'y'))).toEqual([token('bob', 'x')])
  expect(crossed(token('ann', 'x'), 'Zv8_kA3-0xQf7Lw1pT9eRg')).toEqual([])
})
