import { expect, test } from 'vitest'
import { isRandom } from './masking.ts'

test.each([
  '5f2b8c1d9e7a4b3c8d6e',
  '6f9619ff-8b86-d011-b42d-00cf4fc964ff',
  'dGhpcyBpcyBhIHRlc3Qgb2YgYmFzZTY0',
  'eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9',
  'Zx8_kQ2mWv5-tRb9LpYe3A',
  '1796033201179603320117',
])('%s is random', (run) => expect(isRandom(run)).toBe(true))

test.each([
  'CREDENTIAL_ACCOUNT_NOT_FOUND',
  'form--account-is-missing',
  'credentialAccountNotFound',
  'you-do-not-have-an-account',
  '/u/log-in/account-is-unknown/v2',
])('%s is words', (run) => expect(isRandom(run)).toBe(false))
