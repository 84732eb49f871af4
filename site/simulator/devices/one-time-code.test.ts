import { expect, test } from 'vitest'
import { codeAt as codeOfPhone } from '../../../machines/devices/authenticator-app.ts'
import { codeAt, newSecret } from './one-time-code.ts'

/** RFC 6238 appendix B: the secret is “12345678901234567890”; the last six of its eight digits. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [20_000_000_000, '353130'],
])('the code %i s after 1970 is that of RFC 6238', (seconds, code) =>
  expect(codeAt(SECRET, seconds * 1000)).toBe(code),
)

test('a new secret has 160 bits, and the harness’s phone makes the same code from it', () => {
  const secret = newSecret()
  expect(secret).toMatch(/^[A-Z2-7]{32}$/)
  expect(newSecret()).not.toBe(secret)
  const now = Date.now()
  expect(codeAt(secret, now)).toBe(codeOfPhone(secret, now))
})
