import fc from 'fast-check'
import { expect, test } from 'vitest'
import { derSignature } from './der-signature.ts'

/** The two numbers of a DER signature, and the bytes that each is written in. */
function read(der: Uint8Array) {
  const [sequence, length, ...body] = der
  expect([sequence, length]).toEqual([0x30, body.length])
  const first = body.slice(2, 2 + (body[1] ?? 0))
  const rest = body.slice(2 + first.length)
  expect([body[0], rest[0]]).toEqual([0x02, 0x02])
  expect(rest[1]).toBe(rest.length - 2)
  return [first, rest.slice(2)]
}

const value = (bytes: Iterable<number>) => BigInt(`0x${Buffer.from([...bytes]).toString('hex')}`)

/** Zeros in front and high first bits are rare among random numbers, and are what DER treats apart. */
const number = (length: number) =>
  fc
    .tuple(
      fc.integer({ min: 0, max: length - 1 }),
      fc.uint8Array({ minLength: length, maxLength: length }),
      fc.boolean(),
    )
    .map(([zeros, bytes, isHigh]) => {
      bytes.fill(0, 0, zeros)
      if (isHigh) bytes[zeros] = 0xff
      return bytes
    })

test.each([
  ['P-256', 32],
  ['P-384', 48],
])('a signature of %s keeps its numbers, written as short as can be', (_, length) => {
  fc.assert(
    fc.property(number(length), number(length), (r, s) => {
      const written = read(derSignature(Uint8Array.of(...r, ...s)))
      expect(written.map(value)).toEqual([value(r), value(s)])
      for (const [first = 0, second = 0x80] of written) {
        expect(first).toBeLessThan(0x80)
        if (first === 0) expect(second).toBeGreaterThanOrEqual(0x80)
      }
    }),
  )
})
