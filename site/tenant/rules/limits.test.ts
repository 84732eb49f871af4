import { expect, it } from 'vitest'
import { limitAttempts, limitMails, limitUsers, refuseStrangers } from './limits.ts'

const MINUTE = 60 * 1000

it.each(['password', 'code'] as const)(
  'ten wrong ones of kind %s in a row block for half an hour',
  (kind) => {
    expect(limitAttempts(kind)).toEqual({ failures: 10, forMs: 30 * MINUTE })
  },
)

it('an account gets five mails an hour', () => {
  expect(limitMails()).toEqual({ most: 5, inMs: 60 * MINUTE })
})

it('a sandbox has a hundred users', () => {
  expect(limitUsers()).toBe(100)
})

it.each(['a@b.c.example', 'a@evil-b.example', 'a@b.example.org', 'b.example'])(
  '%s is not an address of the sandbox b.example',
  (email) => expect(refuseStrangers(['ok@b.example', email], 'b.example')).toContain(email),
)

it('an address of another sandbox is taken, and no other one beside it', () => {
  const others = ['one@c.example']
  expect(refuseStrangers(['one@c.example', 'two@b.example'], 'b.example', others)).toBeUndefined()
  expect(refuseStrangers(['two@c.example'], 'b.example', others)).toContain('two@c.example')
})

it('addresses of the sandbox are taken', () => {
  expect(refuseStrangers(['one@b.example', 'two@b.example'], 'b.example')).toBeUndefined()
})
