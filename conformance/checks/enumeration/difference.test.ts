import { expect, test } from 'vitest'
import { difference } from './difference.ts'
import type { Trace } from './trace.ts'

const trace: Trace = {
  written: [],
  sent: true,
  statuses: ['POST 303 /log-in'],
  headers: ['content-type: text/html'],
  body: 'Hello\nthere',
  screen: 'the screen “Hello”',
}

test('two equal traces differ in nothing', () => {
  expect(difference([trace], [{ ...trace }])).toBeUndefined()
})

test.each<[keyof Trace, Partial<Trace>, string]>([
  [
    'statuses',
    { statuses: ['POST 422 /log-in'] },
    'the status differs: “POST 303 /log-in” and “POST 422 /log-in”',
  ],
  ['statuses', { statuses: ['POST 303 /log-in', 'GET 200 /'] }, 'the status differs'],
  ['headers', { headers: ['content-type: text/plain'] }, 'the header differs'],
  ['body', { body: 'Hello\nthere!' }, 'the body differs: “there” and “there!”'],
  ['screen', { screen: 'the screen “No such user”' }, 'the screen differs'],
])('a difference in %s is reported', (_kind, other, reported) => {
  expect(difference([trace], [{ ...trace, ...other }])).toContain(reported)
})

test('what changes from one time to the next is no difference; what stays is one', () => {
  const form = (id: string, user = 'unknown') => ({
    ...trace,
    body: `Hello\n<form id="f-${id}" class="${user}">`,
  })
  expect(difference([form('1a')], [form('2b')])).toContain('the body differs')
  expect(difference([form('1a')], [form('2b'), form('3c')])).toBeUndefined()
  expect(difference([form('1a', 'known')], [form('2b'), form('3c')])).toContain('the body differs')
})

test('an address that is a part of other words is no difference', () => {
  const of = (local: string, said = '') => ({
    ...trace,
    written: [`${local}@example.com`, local],
    body: `Hello\n<form novalidate>${local}@example.com${said}`,
    screen: `the screen “Hello ${local}”`,
  })
  expect(difference([of('ida')], [of('ida-nobody')])).toBeUndefined()
  expect(difference([of('ida')], [of('ida-nobody', ' is unknown')])).toContain('the body differs')
})

test('a header is called by its name, however long that is', () => {
  const one = { ...trace, headers: ['x-account: 1', 'x-content-type-options: nosniff'] }
  const other = { ...trace, headers: ['x-content-type-options: nosniff'] }
  expect(difference([one], [other])).toContain('“x-account: 1” and “x-content-type-options: nosniff”')
})

test('an address that comes back in other capitals for a registered one alone is a difference', () => {
  const typed = (written: string, said: string) => ({
    ...trace,
    written: [written],
    body: `We wrote to ${said}`,
  })
  const registered = typed('ADA@EXAMPLE.COM', 'ada@example.com')
  expect(difference([registered], [typed('BEN@EXAMPLE.COM', 'BEN@EXAMPLE.COM')])).toContain(
    'the body differs',
  )
  expect(difference([registered], [typed('BEN@EXAMPLE.COM', 'ben@example.com')])).toBeUndefined()
})

const page = (body: string): Trace => ({ ...trace, body })

test('a tip that changes by itself is no difference once it has come for both', () => {
  const [key, mail] = [page('Tip: use a key'), page('Tip: never answer mails')]
  expect(difference([key], [mail, mail])).toContain('the body differs')
  expect(difference([key, mail], [mail, mail])).toBeUndefined()
})

test('where a part of the page comes and goes, a word that always comes for one address alone tells', () => {
  const tip = 'Tip:\nuse a key\n'
  expect(difference([page('Done'), page(`${tip}Done`)], [page('Done'), page('Done')])).toBeUndefined()
  expect(
    difference([page('We wrote'), page(`${tip}We wrote`)], [page('Nobody'), page(`${tip}Nobody`)]),
  ).toContain('the body differs')
})

test.each([
  ['{"error":"CREDENTIAL_ACCOUNT_NOT_FOUND"}', '{"error":"INVALID_EMAIL_OR_PASSWORD"}'],
  ['<form class="form--account-is-missing">', '<form class="form--account-does-exist">'],
  ['/log-in/password-of-account', '/log-in/account-is-unknown'],
])('long words are no random ones: %s', (one, other) => {
  expect(difference([page(one)], [page(other)])).toContain('the body differs')
})

test('an id in a path is no difference, however many digits it has', () => {
  const at = (id: string) => page(`<a href="/t/${id}/open/home?from=users">`)
  expect(difference([at('kdx7isz74ihn')], [at('tbq2fhn4zkze'), at('a1b2c3d4e5f6')])).toBeUndefined()
  expect(difference([at('6wb6ftmhhqkv')], [at('a1b2c3d4e5f6'), at('f6e5d4c3b2a1')])).toBeUndefined()
  expect(
    difference([page('<a href="/t/account-exists/home">')], [page('<a href="/t/account-is-unknown/home">')]),
  ).toContain('the body differs')
})

test('the value of a cookie is no difference, whatever its name is', () => {
  const setting = (value: string): Trace => ({
    ...trace,
    headers: [`set-cookie: __Secure-doorstep-tenant=${value}; Path=/`],
  })
  expect(
    difference([setting('OXrgHt1sOAhlZTzQabcdefghijklmnop')], [setting('3k9dQ-2mXv7_Lp0Zt4Rw8Ys1Bn6Cg5Hj')]),
  ).toBeUndefined()
})
