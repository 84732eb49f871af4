import { expect, test } from 'vitest'
import { providerTokenIn } from './provider-tokens.ts'

const provider = 'https://idp.example'
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const token = (claims: object) => `${base64({ alg: 'RS256', typ: 'JWT' })}.${base64(claims)}.c2lnbmF0dXJl`

const theirs = token({ iss: `${provider}/tenant`, sub: '7' })
const ours = token({ sub: '7', jti: 'one' })
const opaque = 'Zv8_kA3-0xQf7Lw1pT9eRg'

test.each([
  ['a token that the provider has issued', `{"id":"${theirs}"}`, theirs],
  ['such a token by name', `{"id_token":"${theirs}"}`, theirs],
  ['one by name', `https://app.example/#access_token=${opaque}&state=x`, opaque],
  ['the token of the session', `{"token":"${ours}"}`, undefined],
  ['the token of the session, by name', `{"access_token": "${ours}"}`, undefined],
  [
    'a token of the product that names nobody',
    `{"refresh_token":"${token({ sub: '7', jti: 'two' })}"}`,
    undefined,
  ],
  ['no token', '{"theme":"dark"}', undefined],
])('%s', (_what, text, found) => {
  expect(providerTokenIn(text, { provider, own: [ours] })).toBe(found)
})

test('what opens the session is the product’s, whatever it is called', () => {
  const text = `{"access_token":"${opaque}"}`
  expect(providerTokenIn(text, { provider, own: [opaque] })).toBeUndefined()
})
