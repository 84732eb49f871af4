import { expect, test } from 'vitest'
import { strangeToken } from './strange-token.ts'

test.each(['0123456789', 'deadbeef-00ff', 'aZ_9-q', 'FACE'])(
  '%s becomes another token of its shape',
  (token) => {
    const strange = strangeToken(token)
    expect(strange).toHaveLength(token.length)
    expect([...strange].every((one, at) => /[_-]/.test(one) || one !== token[at])).toBe(true)
    const shape = (text: string) =>
      text.replaceAll(/\d/g, '0').replaceAll(/[a-z]/g, 'a').replaceAll(/[A-Z]/g, 'A')
    expect(shape(strange)).toBe(shape(token))
  },
)

test('hexadecimal digits stay ones', () => {
  expect(strangeToken('abcdef0123456789')).toMatch(/^[\da-f]+$/)
})
