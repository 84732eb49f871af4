import { describe, expect, test } from 'vitest'
import { flowOf } from '../../../machines/index.ts'
import type { Deed, NumberedEvent } from '../../tenant/events.ts'
import { follow } from './follow.ts'

const did = (...deeds: [Deed, string | null][]): NumberedEvent[] =>
  deeds.map(([event, screen], n) => ({ kind: 'did', event, screen, n: n + 1 }) as NumberedEvent)

const logIn = flowOf('log-in')

describe('the machine follows the stream of a sandbox', () => {
  test('step by step, past what is no deed', () => {
    const events = [
      { kind: 'mail', id: 1, to: 'a@b.example', subject: 'Welcome', n: 1 } as NumberedEvent,
      ...did(
        ['open-tenant-link', 'login-page'],
        ['log-in', 'email-address'],
        ['email.unknown', 'enter-your-password'],
      ),
    ]
    expect(follow(logIn, 'activated', events)).toEqual({
      walk: ['open-tenant-link', 'log-in', 'email.unknown'],
      stranger: undefined,
    })
  })

  test('says what the model does not know, and goes on afterwards', () => {
    const odd = did(['open-tenant-link', 'login-page'], ['code.right', 'dashboard'])
    expect(follow(logIn, 'activated', odd)).toEqual({
      walk: ['open-tenant-link'],
      stranger: 'Enter the code that the app shows',
    })
    expect(follow(logIn, 'activated', [...odd, ...did(['log-in', 'email-address'])]).stranger).toBeUndefined()
  })

  test('says when the tenant shows another screen than the model expects', () => {
    const { walk, stranger } = follow(logIn, 'activated', did(['open-tenant-link', 'dashboard']))
    expect(walk).toEqual(['open-tenant-link'])
    expect(stranger).toContain('“dashboard”')
  })
})
