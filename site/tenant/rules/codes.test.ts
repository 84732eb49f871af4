import { generateSync } from 'otplib'
import { expect, it } from 'vitest'
import { makeSecret, verifyCode } from './codes.ts'

const secret = makeSecret()
const now = Date.UTC(2026, 0, 1, 12)
const codeOf = (step: number) => generateSync({ secret, epoch: now / 1000 + step * 30 })

it.each([
  [-2, undefined],
  [-1, -1],
  [0, 0],
  [1, 1],
  [2, undefined],
])('a code of step %i belongs to step %s', async (step, taken) => {
  const verdict = await verifyCode({ secret, code: codeOf(step), now })
  expect(verdict).toEqual(taken === undefined ? undefined : { timeStep: now / 30_000 + taken })
})

it('spaces in a code do not count', async () => {
  const code = codeOf(0)
  expect(await verifyCode({ secret, code: ` ${code.slice(0, 3)} ${code.slice(3)}`, now })).toBeDefined()
})

it.each(['', 'abcdef', '12345', '1234567', '٣٤٥٦٧٨', '123456\u0000'])(
  '"%s" is not a code, because it is not six digits',
  async (code) => expect(await verifyCode({ secret, code, now })).toBeUndefined(),
)

it('secrets have 160 bits and are never the same', () => {
  const secrets = new Set(Array.from({ length: 50 }, makeSecret))
  expect(secrets.size).toBe(50)
  for (const each of secrets) expect(each).toMatch(/^[A-Z2-7]{32}$/)
})
