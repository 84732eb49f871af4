import { expect, test } from 'vitest'
import { carries, tellingOf } from './carries.ts'

const telling = tellingOf(['yes', 'Ada+1@x.example', ' amber  window 41 '])

test.each([
  ['a form', 'email=ada%2B1%40x.example'],
  ['a form in parts', '--b\r\nContent-Disposition: form-data; name="p"\r\n\r\namber  window 41\r\n--b--\r\n'],
  ['JSON, deep inside', '{"query":"mutation","variables":{"input":[{"email":"ada+1@x.example"}]}}'],
  ['a sentence with escapes', '{"password":"\\u0061mber  window 41"}'],
  ['a list of pieces', '["41","window","amber"]'],
])('%s carries what was typed', (_, body) => expect(carries(body, telling)).toBe(true))

test.each([
  ['nothing', ''],
  ['a report of a click', '{"event":"submit","label":"yes"}'],
  ['a part of it', 'page=amber'],
])('%s carries nothing of it', (_, body) => expect(carries(body, telling)).toBe(false))

test('a code with a field for each digit is one', () => {
  const boxes = [...'483920'].map((digit, n) => `d${n}=${digit}`).join('&')
  expect(carries(boxes, tellingOf(['483920']))).toBe(true)
  expect(carries(boxes, tellingOf(['483921']))).toBe(false)
})

test('what is short tells nothing', () => expect(tellingOf(['yes', '1'])).toEqual([]))
