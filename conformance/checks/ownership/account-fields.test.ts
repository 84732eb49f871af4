import { expect, test } from 'vitest'
import { waysToName, withAccount, withAccountWithin } from './account-fields.ts'

const sent = (body: string) => ({ url: 'https://product.test/', method: 'POST', headers: {}, body })
const [OWN, OTHER] = ['ada@example.com', 'bob@example.com']

test('an account is named beside all that is sent', () => {
  const { body } = withAccount(sent(`{"email":"${OWN}","password":"p"}`), OWN, OTHER)
  expect(JSON.parse(body)).toMatchObject({ email: OTHER, username: OTHER, password: 'p' })
})

test('and within the object that has the password', () => {
  const json = sent('{"token":"t","user":{"password":"p"}}')
  expect(JSON.parse(withAccountWithin(json, OWN, OTHER).body)).toMatchObject({
    token: 't',
    user: { password: 'p', email: OTHER, login: OTHER },
  })
  expect(JSON.parse(withAccountWithin(json, OWN, OTHER).body)).not.toHaveProperty('email')
  const form = withAccountWithin(sent('token=t&user%5Bpassword%5D=p'), OWN, OTHER)
  expect([...new URLSearchParams(form.body)]).toContainEqual(['user[email]', OTHER])
})

test.each([
  ['{"password":"p"}', 1],
  ['{"user":{"password":"p"}}', 2],
  ['password=p', 1],
  ['user%5Bpassword%5D=p', 2],
])('%s can name an account in so many ways: %i', (body, count) => {
  expect(waysToName(sent(body))).toHaveLength(count)
})
