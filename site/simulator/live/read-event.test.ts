import { expect, test } from 'vitest'
import { readEvent } from './read-event.ts'

const read = (event: object) => readEvent(JSON.stringify({ ...event, n: 7 }))

test('an event of today is read as it is', () => {
  const act = { kind: 'act', at: 'product', did: { what: 'send', screen: 'a', fields: {} } }
  const clock = { kind: 'clock', now: 2, advanced: 1 }
  expect(read(act)).toEqual({ ...act, n: 7 })
  expect(read(clock)).toEqual({ ...clock, n: 7 })
})

test.each([
  ['a kind that is gone', { kind: 'did', flow: 'log-in', event: 'email.registered' }],
  ['a clock that does not say by how much', { kind: 'clock', now: 2 }],
  ['an act that says nothing was done', { kind: 'act', at: 'product' }],
  ['a kind of action that no longer exists', { kind: 'act', at: 'product', did: { what: 'typed' } }],
  ['a form without fields', { kind: 'act', at: 'product', did: { what: 'send', screen: 'a' } }],
  [
    'a link that says nothing of its mail',
    { kind: 'act', at: 'product', did: { what: 'follow', link: 'a' } },
  ],
  ['a request without a path', { kind: 'request', method: 'GET', status: 200 }],
  ['no kind', {}],
  ['a kind that every object has', { kind: 'constructor' }],
])('%s keeps its number, and nothing is made of it', (_, event) => {
  expect(read(event)).toEqual({ kind: 'unknown', n: 7 })
})
