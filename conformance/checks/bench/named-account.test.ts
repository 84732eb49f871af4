import { expect, test } from 'vitest'
import { namesNobody, namesOfAccount, naming } from './named-account.ts'

const sent = (body: string, url = 'https://product.test/verify') => ({
  url,
  method: 'POST',
  headers: {},
  body,
})
const form = (fields: Record<string, string>) => sent(new URLSearchParams(fields).toString())

test('what is the same in two requests of one person and another in that of someone else names the account', () => {
  const one = form({ code: '0', user_id: '7', login: 'a1', csrf_token: 'x', lang: 'en' })
  const again = form({ code: '0', user_id: '7', login: 'a2', csrf_token: 'x', lang: 'en' })
  const other = form({ code: '0', user_id: '8', login: 'b1', csrf_token: 'y', lang: 'en' })
  const names = namesOfAccount(one, again, other)
  expect(names.fields).toEqual({ user_id: '7' })
  const { body } = naming(other, names)
  expect(new URLSearchParams(body).get('user_id')).toBe('7')
  expect(new URLSearchParams(body).get('login')).toBe('b1')
})

test('within JSON, as a number, too', () => {
  const one = sent('{"token":"a1","user":{"id":7,"password":"p"}}')
  const again = sent('{"token":"a2","user":{"id":7,"password":"p"}}')
  const other = sent('{"token":"b1","user":{"id":8,"password":"q"}}')
  const names = namesOfAccount(one, again, other, ['p'])
  expect(JSON.parse(naming(other, names).body)).toEqual({ token: 'b1', user: { id: 7, password: 'q' } })
})

test('and in the address', () => {
  const at = (path: string) => sent('password=p', `https://product.test${path}`)
  const names = namesOfAccount(
    at('/users/7/set?token=a1'),
    at('/users/7/set?token=a2'),
    at('/users/8/set?token=b1'),
  )
  expect(naming(at('/users/8/set?token=b1'), names).url).toBe('https://product.test/users/7/set?token=b1')
})

test('what both people type, and what is random in each request, names nobody', () => {
  const names = namesOfAccount(
    form({ token: 'a1', password: 'p' }),
    form({ token: 'a2', password: 'p' }),
    form({ token: 'b1', password: 'q' }),
    ['p'],
  )
  expect(namesNobody(names)).toBe(true)
})
