import { expect, test } from 'vitest'
import { difference, headerLine, type Trace } from './trace.ts'

const trace: Trace = {
  written: [],
  sent: true,
  statuses: ['POST 303 /log-in'],
  headers: ['content-type: text/html'],
  body: 'Hello\nthere',
  screen: 'the screen “Hello”',
}

test('two equal traces differ in nothing', () => {
  expect(difference(trace, { ...trace })).toBeUndefined()
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
  expect(difference(trace, { ...trace, ...other })).toContain(reported)
})

test('what changes from one time to the next is no difference; what stays is one', () => {
  const form = (id: string, user = 'unknown') => ({
    ...trace,
    body: `Hello\n<form id="f-${id}" class="${user}">`,
  })
  expect(difference(form('1a'), form('2b'))).toContain('the body differs')
  expect(difference(form('1a'), form('2b'), form('3c'))).toBeUndefined()
  expect(difference(form('1a', 'known'), form('2b'), form('3c'))).toContain('the body differs')
})

test('an address that is a part of other words is no difference', () => {
  const of = (local: string, said = '') => ({
    ...trace,
    written: [`${local}@example.com`, local],
    body: `Hello\n<form novalidate>${local}@example.com${said}`,
    screen: `the screen “Hello ${local}”`,
  })
  expect(difference(of('ida'), of('ida-nobody'))).toBeUndefined()
  expect(difference(of('ida'), of('ida-nobody', ' is unknown'))).toContain('the body differs')
})

test('a header is called by its name, however long that is', () => {
  const one = { ...trace, headers: ['x-account: 1', 'x-content-type-options: nosniff'] }
  const other = { ...trace, headers: ['x-content-type-options: nosniff'] }
  expect(difference(one, other)).toContain('“x-account: 1” and “x-content-type-options: nosniff”')
})

test('an address that comes back in other capitals for a registered one alone is a difference', () => {
  const typed = (written: string, said: string) => ({
    ...trace,
    written: [written],
    body: `We wrote to ${said}`,
  })
  const registered = typed('ADA@EXAMPLE.COM', 'ada@example.com')
  expect(difference(registered, typed('BEN@EXAMPLE.COM', 'BEN@EXAMPLE.COM'))).toContain('the body differs')
  expect(difference(registered, typed('BEN@EXAMPLE.COM', 'ben@example.com'))).toBeUndefined()
})

test.each([
  ['X-RateLimit-Reset', '1796033201', '1796033188'],
  ['RateLimit-Reset', '299', '287'],
  ['Retry-After', '299', '287'],
  ['RateLimit', 'limit=10, remaining=9, reset=299', 'limit=10, remaining=9, reset=287'],
])('when attempts are counted anew is no difference: %s', (name, one, other) => {
  expect(headerLine({ name, value: one })).toBe(headerLine({ name, value: other }))
})

test.each([
  ['X-RateLimit-Remaining', '9', '8'],
  ['RateLimit', 'limit=10, remaining=9, reset=299', 'limit=10, remaining=8, reset=299'],
])('how many attempts are left is one: %s', (name, one, other) => {
  expect(headerLine({ name, value: one })).not.toBe(headerLine({ name, value: other }))
})
