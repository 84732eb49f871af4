import { expect, test } from 'vitest'
import type { NumberedEvent } from '../../tenant/events.ts'
import { tellsOf } from './perform-event.ts'

const request = (n: number, path: string, status = 200) =>
  ({ kind: 'request', n, method: 'GET', path, status }) as NumberedEvent
const page = { url: 'https://tenant.example/t/one/log-in?again=1' }

test('the stream has told of a page once the request has come that it answers', () => {
  expect(tellsOf([request(4, '/t/one/log-in?again=1')], page, 3)).toBe(true)
})

test('an earlier request, a redirect or another page is not it', () => {
  expect(tellsOf([request(3, '/t/one/log-in?again=1')], page, 3)).toBe(false)
  expect(tellsOf([request(4, '/t/one/log-in?again=1', 303)], page, 3)).toBe(false)
  expect(tellsOf([request(4, '/t/one/log-in')], page, 3)).toBe(false)
})
