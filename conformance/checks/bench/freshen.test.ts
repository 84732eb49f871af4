import { expect, test } from 'vitest'
import { freshen } from './freshen.ts'
import { tokensOf } from './page-tokens.ts'
import type { Sent } from './sent.ts'

const page = `<meta name="csrf-token" content="from meta">
<form><input type="hidden" name="authenticity" value="fresh &amp; new"><input name="email" value="typed"></form>`
const sent = (body: string, headers: Record<string, string> = {}): Sent => ({
  url: 'https://ours.example/log-in',
  method: 'POST',
  headers,
  body,
})
const none = { cookies: new Map<string, string>() }

test('hidden fields are those of the page, and what was typed stays', () => {
  const { body } = freshen(sent('authenticity=old&email=ada%40example.com'), tokensOf(page), none)
  expect(body).toBe('authenticity=fresh+%26+new&email=ada%40example.com')
  const json = freshen(sent('{"authenticity":"old","email":"ada"}'), tokensOf(page), none)
  expect(JSON.parse(json.body)).toEqual({ authenticity: 'fresh & new', email: 'ada' })
})

const forms = tokensOf(`
  <form action="/log-out"><input type="hidden" name="_method" value="delete"><input type="hidden" name="csrf" value="leave"></form>
  <form action="/profile"><input type="hidden" name="_method" value="patch"><input type="hidden" name="csrf" value="change">
    <input name="name"><button name="commit">Save</button></form>
  <input type="hidden" name="_method" value="put" form="elsewhere">`)

test('of several forms, the one that sends such a request gives its hidden fields', () => {
  const { body } = freshen(sent('_method=patch&csrf=old&name=Ada&commit='), forms, none)
  expect(body).toBe('_method=patch&csrf=change&name=Ada&commit=')
  const leave = { ...sent('_method=delete&csrf=old'), url: 'https://ours.example/log-out' }
  expect(freshen(leave, forms, none).body).toBe('_method=delete&csrf=leave')
})

test('a request that a script makes of hidden fields alone takes no other form for its own', () => {
  const { body } = freshen(sent('_method=post&csrf=old'), forms, none)
  expect(body).toBe('_method=post&csrf=leave')
})

test('where the page begins anew, only random values come from it', () => {
  const anew = tokensOf(`<form><input name="user"><input name="pass" type="password">
    <button name="go">Log in</button><input type="hidden" name="action" value="login"><input type="hidden" name="key" value="b1946ac92492d2347c6235b4d2611184"></form>`)
  const { body } = freshen(
    sent('action=continue&key=591785b794601e212b260e25925636fd&code=123456&go='),
    anew,
    none,
  )
  expect(body).toBe('action=continue&key=b1946ac92492d2347c6235b4d2611184&code=123456&go=')
})

test('so do short values that are called tokens', () => {
  const other = tokensOf('<form><input name="q"><input type="hidden" name="csrf" value="7"></form>')
  expect(freshen(sent('csrf=6&code=123456'), other, none).body).toBe('csrf=7&code=123456')
})

test('a form in parts is made fresh as well', () => {
  const part = (name: string, value: string) =>
    `--B\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const { body } = freshen(
    sent(`${part('authenticity', 'old')}${part('email', 'ada')}--B--\r\n`),
    tokensOf(page),
    none,
  )
  expect(body).toBe(`${part('authenticity', 'fresh & new')}${part('email', 'ada')}--B--\r\n`)
})

test('what a script has put into a hidden field that the page leaves empty stays', () => {
  const boxes = tokensOf('<input type="hidden" name="code" value=""><input name="d1">')
  expect(freshen(sent('code=123456&d1=1'), boxes, none).body).toBe('code=123456&d1=1')
})

test('where it is known what was typed, every other field has what the page fills in', () => {
  const settings = tokensOf('<input name="domain" value="own.example"><input name="note" value="ours">')
  const body = 'domain=other.example&note=typed'
  expect(freshen(sent(body), settings, none).body).toBe(body)
  expect(freshen(sent(body), settings, { ...none, typed: ['typed'] }).body).toBe(
    'domain=own.example&note=typed',
  )
})

test('a header that carries a token has the one of the page, or of the cookie', () => {
  const asked = sent('', { 'x-csrf-token': 'old', accept: 'text/html' })
  expect(freshen(asked, tokensOf(page), none).headers).toEqual({
    'x-csrf-token': 'from meta',
    accept: 'text/html',
  })
  const cookies = new Map([['XSRF-TOKEN', 'from%20cookie']])
  const double = freshen(sent('', { 'x-xsrf-token': 'old' }), tokensOf(''), { cookies })
  expect(double.headers).toEqual({ 'x-xsrf-token': 'from cookie' })
})

test('a profile says where the token is where its name does not', () => {
  const csrf = { header: 'x-guard', cookie: 'guard', field: 'guard' }
  const cookies = new Map([['guard', 'fresh']])
  const { headers, body } = freshen(sent('guard=old', { 'X-Guard': 'old' }), tokensOf(''), { cookies, csrf })
  expect([headers, body]).toEqual([{ 'X-Guard': 'fresh' }, 'guard=fresh'])
})

test('a page without a token changes nothing', () => {
  const asked = sent('csrf=old', { 'x-csrf-token': 'old' })
  expect(freshen(asked, tokensOf('plain text'), none)).toEqual(asked)
})

test.each([
  ['the form for another thing', ['/users/new', '/users/18/remove', '/users/19/resend'], '/users/19/resend'],
  ['the same form', ['/users/19/resend', '/users/3/resend'], '/users/3/resend'],
  [
    'forms for something else',
    ['/users/new/resend', '/users/19/remove', '/users/19/resend/all'],
    '/users/3/resend',
  ],
])('a form in the address of which is an id: %s', (_page, actions, path) => {
  const html = actions.map((action) => `<form method="post" action="${action}"></form>`).join('')
  const resend = { ...sent(''), url: 'https://ours.example/users/3/resend' }
  expect(freshen(resend, tokensOf(html), none).url).toBe(`https://ours.example${path}`)
})

test('a form that is sent to its own page goes to the page of the account, and to that of nothing else', () => {
  const own = tokensOf('<form><input name="password1" type="password"></form>')
  const chosen = (from: string) => ({
    ...sent('password1=new'),
    url: 'https://ours.example/activate/NQ/choose/',
    from,
  })
  const fresh = (page: string, from = 'https://ours.example/activate/NQ/choose/') =>
    freshen(chosen(from), own, { ...none, page }).url
  expect(fresh('https://ours.example/activate/Ng/choose/')).toBe('https://ours.example/activate/Ng/choose/')
  expect(fresh('https://ours.example/reset/Ng/choose/')).toBe('https://ours.example/activate/NQ/choose/')
  expect(fresh('https://ours.example/')).toBe('https://ours.example/activate/NQ/choose/')
  // What another page has sent there says nothing of this one.
  expect(fresh('https://ours.example/activate/Ng/choose/', 'https://ours.example/')).toBe(
    'https://ours.example/activate/NQ/choose/',
  )
})
