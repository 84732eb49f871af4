import { expect, it } from 'vitest'
import { holdsSecret } from './holds-secret.ts'

const secret = 'violet häfen 27 & more'

it.each([
  `before ${secret} after`,
  `https://one.example/?password=${encodeURIComponent(secret)}`,
  `https://one.example/?${new URLSearchParams({ password: secret })}`,
  `https://one.example/%zz?password=${encodeURIComponent(secret)}&broken=%`,
  `remembered=${btoa(unescape(encodeURIComponent(secret)))}`,
  `remembered=${Buffer.from(secret).toString('base64url')}`,
])('finds the secret in %s', (text) => {
  expect(holdsSecret(text, secret)).toBe(true)
})

it.each([
  'https://one.example/?password=',
  `https://one.example/?password=${encodeURIComponent(secret.slice(1))}`,
  btoa('another secret'),
  '%',
])('finds none in %s', (text) => {
  expect(holdsSecret(text, secret)).toBe(false)
})
