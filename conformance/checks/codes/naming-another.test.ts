import { expect, test } from 'vitest'
import { NOBODY } from '../bench/named-account.ts'
import { namingAnother } from './naming-another.ts'

const sent = (body: string) => ({ url: 'https://product.test/verify', method: 'POST', headers: {}, body })

test('a forged request keeps what was typed, and names the other account besides', () => {
  const own = sent('email=eve%40example.com&code=123456&user_id=8')
  const { body } = namingAnother(own, { ...NOBODY, fields: { user_id: '7' } }, 'ann@example.com')
  expect(Object.fromEntries(new URLSearchParams(body))).toEqual({
    email: 'eve@example.com',
    code: '123456',
    user_id: '7',
    username: 'ann@example.com',
    user: 'ann@example.com',
    login: 'ann@example.com',
  })
  const json = sent('{"code":"123456"}')
  expect(JSON.parse(namingAnother(json, NOBODY, 'ann@example.com').body)).toMatchObject({
    code: '123456',
    email: 'ann@example.com',
  })
})
