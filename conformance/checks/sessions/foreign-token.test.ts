import { expect, test } from 'vitest'
import { withoutTokensOf } from './foreign-token.ts'

const sent = (token: string) => ({
  url: 'https://product.test/users',
  method: 'POST',
  headers: { 'x-csrf-token': token, accept: 'text/html' },
  body: `_csrf=${token}&role=Viewer`,
})

test('a token of the person goes, and one of the other site’s own stays', () => {
  expect(withoutTokensOf(sent('theirs'), sent('theirs'))).toMatchObject({
    headers: { accept: 'text/html' },
    body: 'role=Viewer',
  })
  expect(withoutTokensOf(sent('theirs'), sent('theirs')).headers).not.toHaveProperty('x-csrf-token')
  expect(withoutTokensOf(sent('theirs'), sent('own'))).toEqual(sent('own'))
})

test('a token is known by the name that the profile gives', () => {
  const named = (value: string) => ({ ...sent(''), body: `key=${value}&role=Viewer` })
  expect(withoutTokensOf(named('theirs'), named('theirs'), { field: 'key' }).body).toBe('role=Viewer')
})

test('so it is in JSON, at any depth', () => {
  const json = (token: string) => ({
    ...sent(token),
    body: JSON.stringify({ user: { role: 'Viewer', csrfToken: token }, csrfToken: token }),
  })
  expect(withoutTokensOf(json('theirs'), json('theirs')).body).toBe('{"user":{"role":"Viewer"}}')
  expect(withoutTokensOf(json('theirs'), json('own'))).toEqual(json('own'))
})
