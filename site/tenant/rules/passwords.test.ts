import { hash as argon2 } from '@node-rs/argon2'
import { describe, expect, it } from 'vitest'
import {
  hashPassword,
  limitPasswordLength,
  matchPasswords,
  mayResetPassword,
  refuseNamesInPassword,
  refuseWellKnownPassword,
  requirePassword,
  verifyPassword,
} from './passwords.ts'

describe('a new password', () => {
  it('is not empty', () => {
    expect(requirePassword('')).toBe('Enter a new password')
    expect(requirePassword(' ')).toBeUndefined()
  })

  it('is the same in both entries, whichever form its characters have', () => {
    expect(matchPasswords('é', 'é'.normalize('NFD'))).toBeUndefined()
    expect(matchPasswords('e', 'é')).toBe("Passwords don't match")
  })

  it.each([
    ['elevenchars', 'at least 12'],
    ['☂☂☂☂☂☂', 'at least 12'],
    ['x'.repeat(257), 'at most 256'],
  ])('has 12 to 256 characters, so it is not "%s"', (password, says) =>
    expect(limitPasswordLength(password)).toContain(says),
  )

  it.each(['twelve chars', 'é'.normalize('NFD').repeat(12), 'x'.repeat(256)])('can be "%s"', (password) =>
    expect(limitPasswordLength(password)).toBeUndefined(),
  )

  it.each([
    'passwordpassword',
    'Password123456',
    '123456123456',
    'QWERTYUIOP123',
    'aaaaaaaaaaaaa',
    '!!iloveyou2024!!',
  ])('is not as well known as "%s"', (password) =>
    expect(refuseWellKnownPassword(password)).toContain('well known'),
  )

  it.each(['correct horse battery staple', 'river otter lamp', 'kurz gesagt: nein'])(
    'can be as little known as "%s"',
    (password) => expect(refuseWellKnownPassword(password)).toBeUndefined(),
  )

  it('contains no names, whatever their case, but may contain short parts of them', () => {
    const names = ['new.administrator', 'Larkspur Managed Services']
    expect(refuseNamesInPassword('my LARKSPUR garden', names)).toContain('company')
    expect(refuseNamesInPassword('the administrators', names)).toContain('name')
    expect(refuseNamesInPassword('brand new otter lamp', names)).toBeUndefined()
  })
})

describe('a password hash', () => {
  it('is Argon2id with the cost that OWASP recommends', async () => {
    const hash = await hashPassword('river otter lamp')
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=7168,t=5,p=1\$/)
    expect(await verifyPassword({ hash, password: 'river otter lamp' })).toBe(true)
    expect(await verifyPassword({ hash, password: 'River otter lamp' })).toBe(false)
  })

  it('is read with the cost that it was made with', async () => {
    const hash = await argon2('river otter lamp', { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
    expect(await verifyPassword({ hash, password: 'river otter lamp' })).toBe(true)
    expect(await verifyPassword({ hash, password: 'River otter lamp' })).toBe(false)
  })

  it('matches nothing where there is no account', async () => {
    const password = 'the hash that is compared where there is no account'
    expect(await verifyPassword({ hash: null, password })).toBe(false)
  })
})

it('only a password that exists can be reset', () => {
  expect(mayResetPassword({ password_hash: null })).toBe(false)
  expect(mayResetPassword({ password_hash: '$argon2id$' })).toBe(true)
})
