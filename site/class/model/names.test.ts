import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeCode, readCode } from './code.ts'
import { cleanName, freeName, GIVEN_NAMES, givenName, MOST_LETTERS } from './names.ts'

test('given names differ, beyond the number of combinations too', () => {
  const names = Array.from({ length: GIVEN_NAMES * 2 }, (_, n) => givenName(n))
  expect(new Set(names).size).toBe(names.length)
  expect(givenName(0)).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/)
})

test('whatever is typed, a name is one short line without invisible characters, or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (typed) => {
      const name = cleanName(typed)
      if (name === undefined) return
      expect([...name].length).toBeLessThanOrEqual(MOST_LETTERS)
      expect(name).not.toMatch(/[\p{Cc}\p{Cf}\n]|^\s|\s$|\s\s/u)
      expect(name).toMatch(/[\p{L}\p{N}]/u)
    }),
  )
})

test.each([
  ['  Ada   Lovelace ', 'Ada Lovelace'],
  ['Ada\u202Eecalevol', 'Ada ecalevol'],
  ['Zo\u0308e', 'Zöe'],
  ['<b>Ada</b>', '<b>Ada</b>'],
  ['Ada \u3164\u3164', 'Ada'],
  ['Ada ❤\uFE0F', 'Ada ❤'],
])('%j becomes %j', (typed, name) => expect(cleanName(typed)).toBe(name))

test.each(['', '   ', '\u200B\u200B', '\u3164', '\u115F\u1160', '\u2800', '!!!'])('%j is no name', (typed) =>
  expect(cleanName(typed)).toBeUndefined(),
)

test('a name that is taken gets a number, in any case', () => {
  expect(freeName('Ada', new Set(['ADA', 'ada 2']))).toBe('Ada 3')
  expect(freeName('x'.repeat(MOST_LETTERS), new Set(['x'.repeat(MOST_LETTERS)])).length).toBeLessThanOrEqual(
    MOST_LETTERS,
  )
})

test('codes are read as they are made, with spaces, hyphens and small letters too', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat(255)), (bytes) => {
      const code = makeCode((n) => Uint8Array.from({ length: n }, () => bytes.next().value ?? 0))
      expect(code).toMatch(/^[3479A-HJKMNP-RTUWXY]{6}$/)
      expect(readCode(`${code.slice(0, 3).toLowerCase()} - ${code.slice(3)}`)).toBe(code)
    }),
  )
})

test.each(['', 'ABCDE', 'ABCDEFG', 'ABC0EF', 'ABCIEF', 'ABC8EF', '../../'])('%j is no code', (typed) =>
  expect(readCode(typed)).toBeUndefined(),
)
