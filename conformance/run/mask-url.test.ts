import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskText, maskUrl } from './mask-url.ts'

test.each([
  ['what a person reads stays', 'http://t.example/log-in/verify-key', 'http://t.example/log-in/verify-key'],
  [
    'long words are no tokens',
    'https://t.example/configuration/my-organization/edit-settings',
    'https://t.example/configuration/my-organization/edit-settings',
  ],
  [
    'a token in the path',
    'https://t.example/activate/link/Zk3_xPqR81vBn-0aTt',
    'https://t.example/activate/link/…',
  ],
  ['a code in the path', 'https://t.example/verify/123456/', 'https://t.example/verify/…/'],
  ['a person in the path', 'https://t.example/users/ada%40x.example', 'https://t.example/users/…'],
  [
    'an answer of the provider',
    'https://t.example/login/callback?code=abc&state=def&iss=x',
    'https://t.example/login/callback?code=…&state=…&iss=…',
  ],
  [
    'a request to the provider',
    'https://i.example/authorize?response_type=code&scope=openid%20profile&redirect_uri=https%3A%2F%2Ft.example%2Fcb%3Fkey%3D1&nonce=1',
    'https://i.example/authorize?response_type=code&scope=openid profile&redirect_uri=https://t.example/cb?key=…&nonce=…',
  ],
  ['an answer in the fragment', 'https://t.example/cb#id_token=eyJ', 'https://t.example/cb#…'],
  ['a password in front of the host', 'https://ada:secret@t.example/', 'https://t.example/'],
  ['an address that holds its content', 'data:text/html,<p>secret', 'data:…'],
  ['an empty page', 'about:blank', 'about:blank'],
])('%s', (_, address, masked) => {
  expect(maskUrl(address)).toBe(masked)
})

test('the addresses in a text are masked, the text stays', () => {
  expect(maskText('It led to “https://t.example/cb?code=1”, not (http://t.example/reset/123456).')).toBe(
    'It led to “https://t.example/cb?code=…”, not (http://t.example/reset/…).',
  )
})

test('no value of an unknown parameter survives', () => {
  const value = fc.stringMatching(/^[\w-]{8,40}$/).map((text) => `secret${text}`)
  const name = fc.constantFrom('token', 'code', 'ticket', 'sid', 'q', 'login_hint', 'client_secret')
  fc.assert(
    fc.property(name, value, (name, value) => {
      expect(maskUrl(`https://t.example/x?${name}=${value}`)).not.toContain(value)
    }),
  )
})

test('no random token in the path survives', () => {
  const token = fc.uint8Array({ minLength: 16, maxLength: 48 }).map((bytes) => Buffer.from(bytes))
  fc.assert(
    fc.property(token, fc.constantFrom<BufferEncoding>('base64url', 'hex'), (bytes, encoding) => {
      const text = bytes.toString(encoding)
      fc.pre(/[\dA-Z]/.test(text))
      expect(maskUrl(`https://t.example/reset/${text}/x`)).toBe('https://t.example/reset/…/x')
    }),
  )
})
