import { expect, test } from 'vitest'
import { namesOfAccount, naming } from './named-account.ts'

const form = (fields: Record<string, string>) => ({
  url: 'https://product.test/verify',
  method: 'POST',
  headers: {},
  body: new URLSearchParams(fields).toString(),
})

test('what is the same at two logins of one person and another at that of someone else names the account', () => {
  const one = form({ code: '0', user_id: '7', login: 'a1', csrf_token: 'x', lang: 'en' })
  const again = form({ code: '0', user_id: '7', login: 'a2', csrf_token: 'x', lang: 'en' })
  const other = form({ code: '0', user_id: '8', login: 'b1', csrf_token: 'y', lang: 'en' })
  expect(namesOfAccount(one, again, other, 'secret')).toEqual({ user_id: '7' })
})

test('a form that asks for the password as well has no name besides what is typed', () => {
  const one = form({ email: 'ann@example.com', password: 'secret', code: '0' })
  const other = form({ email: 'eve@example.com', password: 'other', code: '0' })
  expect(namesOfAccount(one, one, other, 'secret')).toEqual({})
})

test('a forged request keeps what was typed, and names the other account besides', () => {
  const sent = form({ email: 'eve@example.com', code: '123456', user_id: '8' })
  const { body } = naming(sent, { user_id: '7' }, 'ann@example.com')
  expect(Object.fromEntries(new URLSearchParams(body))).toEqual({
    email: 'eve@example.com',
    code: '123456',
    user_id: '7',
    username: 'ann@example.com',
    user: 'ann@example.com',
    login: 'ann@example.com',
  })
  const json = { ...sent, body: '{"code":"123456"}' }
  expect(JSON.parse(naming(json, {}, 'ann@example.com').body)).toMatchObject({
    code: '123456',
    email: 'ann@example.com',
  })
})
