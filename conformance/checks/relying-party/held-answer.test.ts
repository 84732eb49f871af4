import { expect, test } from 'vitest'
import { refusalOf } from './held-answer.ts'

const at = 'https://example.com/callback'
const refused = `${at}?by=idp&state=s&iss=i&error=access_denied&error_description=no`

test.each([
  ['in the address', { url: `${at}?by=idp&code=c&state=s&iss=i&session_state=x`, method: 'GET', body: '' }],
  ['as a form', { url: `${at}?by=idp`, method: 'POST', body: 'id_token=t&state=s&iss=i' }],
])('an answer that comes %s becomes a refusal of the same request', (_how, answer) => {
  const refusal = new URL(refusalOf({ ...answer, headers: {} }, 'no'))
  refusal.searchParams.sort()
  const expected = new URL(refused)
  expected.searchParams.sort()
  expect(refusal.href).toBe(expected.href)
})
