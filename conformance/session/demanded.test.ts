import { expect, test } from 'vitest'
import { demandsSignIn } from './demanded.ts'

const request = 'https://idp.example/authorize?client_id=app&response_type=code'

test.each([
  [request, false],
  [`${request}&prompt=none`, false],
  [`${request}&prompt=consent`, false],
  [`${request}&max_age=3600`, false],
  [`${request}&prompt=login`, true],
  [`${request}&prompt=select_account%20consent`, true],
  [`${request}&max_age=0`, true],
  // A pushed request keeps its parameters to itself (RFC 9126).
  ['https://idp.example/authorize?client_id=app&request_uri=urn:x', false],
  ['https://product.example/log-in?prompt=login', undefined],
])('%s: %s', (address, expected) => {
  expect(demandsSignIn(address)).toBe(expected)
})
