import { expect, test } from 'vitest'
import { freshen } from './freshen.ts'
import { tokensOf } from './page-tokens.ts'
import { spreadCodeIn, withToken, withValue } from './with-value.ts'

const TOKEN = 'Zk3vQ9tX4hB6nL8cF5zD'
const sent = {
  url: `https://login.example.com/set/${TOKEN}`,
  method: 'POST',
  headers: {},
  body: `form_key=old&token=${TOKEN}&password=new`,
}
const page = tokensOf(`<form action="/set/${TOKEN}"><input type="hidden" name="form_key" value="fresh">
  <input type="hidden" name="token" value="${TOKEN}"><input name="password"></form>`)

test('a request without the token of a link has it neither from its page nor in its address', () => {
  expect(withToken(freshen(sent, page, { cookies: new Map() }), TOKEN, 'nobody')).toMatchObject({
    url: 'https://login.example.com/set/nobody',
    body: 'form_key=fresh&token=nobody&password=new',
  })
})

test('made fresh afterwards, the page would put the token back', () => {
  expect(freshen(withToken(sent, TOKEN, 'nobody'), page, { cookies: new Map() }).url).toContain(TOKEN)
})

const form = (body: string) => ({ url: '', method: 'POST', headers: {}, body })

test.each([
  ['one field', 'csrf=000000a&code=000000', 'csrf=000000a&code=123456'],
  [
    'a field for each digit',
    'csrf=1&d1=0&d2=0&d3=0&d4=0&d5=0&d6=0&go=',
    'csrf=1&d1=1&d2=2&d3=3&d4=4&d5=5&d6=6&go=',
  ],
  ['the same name for each', 'd=0&d=0&d=0&d=0&d=0&d=0', 'd=1&d=2&d=3&d=4&d=5&d=6'],
  ['JSON', '{"a":1,"code":"000000"}', '{"a":1,"code":"123456"}'],
  ['a list in JSON', '{"code":["0","0","0","0","0","0"]}', '{"code":["1","2","3","4","5","6"]}'],
  ['a list of what a script calls', '["000000",{"a":"000000x"}]', '["123456",{"a":"000000x"}]'],
  [
    'a form in parts',
    '--B\r\nContent-Disposition: form-data; name="code"\r\n\r\n000000\r\n--B--\r\n',
    '--B\r\nContent-Disposition: form-data; name="code"\r\n\r\n123456\r\n--B--\r\n',
  ],
  [
    'a name for each in JSON',
    '{"a":"x","d1":"0","d2":"0","d3":"0","d4":"0","d5":"0","d6":"0"}',
    '{"a":"x","d1":"1","d2":"2","d3":"3","d4":"4","d5":"5","d6":"6"}',
  ],
])('another code takes the place of the one that was typed, in %s', (_, body, expected) => {
  expect(withValue(form(body), '000000', '123456').body).toBe(expected)
})

test('a value of another length is spread so that nothing of it is lost', () => {
  const six = form('d=0&d=0&d=0&d=0&d=0&d=0')
  expect(withValue(six, '000000', '1234567').body).toBe('d=1&d=2&d=3&d=4&d=5&d=67')
  expect(withValue(six, '000000', '123').body).toBe('d=1&d=2&d=3&d=&d=&d=')
  expect(withValue(six, '000000', undefined).body).toBe('')
})

test.each([
  ['csrf=1&d1=1&d2=2&d3=3&d4=4&d5=5&d6=6&go=1x', '123456'],
  ['{"a":"9","code":["1","2","3","4","5","6"]}', '123456'],
  ['code=123456', undefined],
  ['a=1&b=2&c=3', undefined],
])('a code that has a field for each digit is found: %s', (body, code) => {
  expect(spreadCodeIn(body)).toBe(code)
})
