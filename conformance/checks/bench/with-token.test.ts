import { expect, test } from 'vitest'
import { freshen } from './freshen.ts'
import { withToken } from './sent.ts'

const TOKEN = 'Zk3vQ9tX4hB6nL8cF5zD'
const sent = {
  url: `https://login.example.com/set/${TOKEN}`,
  method: 'POST',
  headers: {},
  body: `form_key=old&token=${TOKEN}&password=new`,
}
const page = {
  hidden: new Map([
    ['form_key', 'fresh'],
    ['token', TOKEN],
  ]),
  meta: new Map<string, string>(),
  actions: [`/set/${TOKEN}`],
}

test('a request without the token of a link has it neither from its page nor in its address', () => {
  expect(withToken(freshen(sent, page, new Map()), TOKEN, 'nobody')).toMatchObject({
    url: 'https://login.example.com/set/nobody',
    body: 'form_key=fresh&token=nobody&password=new',
  })
})

test('made fresh afterwards, the page would put the token back', () => {
  expect(freshen(withToken(sent, TOKEN, 'nobody'), page, new Map()).url).toContain(TOKEN)
})
