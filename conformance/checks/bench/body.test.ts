import { expect, test } from 'vitest'
import { fieldsOf, isJson, withFields, withJsonFields, withSet, writtenIn } from './body.ts'

const part = (name: string, value: string, more = '') =>
  `--Bound\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`
const file = part('photo', 'GIF89a\r\n\r\n--', '; filename="a.gif"\r\nContent-Type: image/gif')
const multipart = `${part('$ACTION_ID_7', '')}${part('email', 'ada@example.com')}${file}${part('note', 'a\r\n\r\nb')}--Bound--\r\n`

test('a multipart form has its fields, without files', () => {
  expect(fieldsOf(multipart)).toEqual([
    ['$ACTION_ID_7', ''],
    ['email', 'ada@example.com'],
    ['note', 'a\r\n\r\nb'],
  ])
})

test('a multipart form is changed as such, and real parsers read it', async () => {
  const changed = withSet(multipart, { email: 'bo@example.com', role: 'admin' })
  const headers = { 'content-type': 'multipart/form-data; boundary=Bound' }
  const form = await new Response(changed, { headers }).formData()
  expect(form.get('email')).toBe('bo@example.com')
  expect(form.get('role')).toBe('admin')
  expect(form.get('note')).toBe('a\r\n\r\nb')
  expect(await (form.get('photo') as File).text()).toBe('GIF89a\r\n\r\n--')
})

test('what nobody changes stays as it is', () => {
  expect(withFields('a=1&a=2&b=%C3%A4+b', (fields) => fields)).toBe('a=1&a=2&b=%C3%A4+b')
  const own = `${part('a', '1')}${part('a', '2')}--Bound--\r\n`
  expect(withFields(own, (fields) => fields)).toBe(own)
})

test('a value is written as the body has it', () => {
  expect(writtenIn(multipart)('a b@c')).toBe('a b@c')
  expect(writtenIn('a=1')('a b@c')).toBe('a+b%40c')
  expect(writtenIn('["a"]')('say "b"')).toBe('say \\"b\\"')
})

test('JSON is an object or a list; what only begins so is none', () => {
  expect(['{"a":1}', '["a"]', ' [1]', '{a}', '[object Object]', 'a=1', ''].map(isJson)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
    false,
  ])
  expect(fieldsOf('["a=1"]')).toEqual([])
})

test('further fields come into an object, and into each object of a list', () => {
  expect(withJsonFields('{"a":1}', { email: 'x' })).toBe('{"a":1,"email":"x"}')
  expect(withJsonFields('[{"a":1},"b",[2]]', { email: 'x' })).toBe('[{"a":1,"email":"x"},"b",[2]]')
})
