import { describe, expect, it } from 'vitest'
import { rules } from './index.ts'

describe('what is typed', () => {
  it.each([
    ['', 'Please enter an email address'],
    ['  ', 'Please enter an email address'],
    ['name', 'like name@example.com'],
    ['name@', 'like name@example.com'],
    ['a b@example.com', 'like name@example.com'],
    [`${'a'.repeat(250)}@example.com`, 'like name@example.com'],
  ])('"%s" is no address', (typed, says) =>
    expect(rules.readEmail(typed)).toEqual({ wrong: expect.stringContaining(says) }),
  )

  it('an address counts in small letters, without blanks around it', () =>
    expect(rules.readEmail(' Name@Example.COM ')).toEqual({ email: 'name@example.com' }))

  it('a role is one of three, letter by letter', () => {
    for (const role of ['Administrator', 'Editor', 'Viewer']) expect(rules.readRole(role)).toBe(role)
    for (const none of ['', 'administrator', 'Owner', 'constructor'])
      expect(rules.readRole(none)).toBeUndefined()
  })

  it('a new password is not left out', () => {
    expect(rules.requirePassword('')).toBe('Enter a new password')
    expect(rules.requirePassword(' ')).toBeUndefined()
  })
})

describe('second factors', () => {
  it.each([
    [{ app: false, keys: 0 }, false],
    [{ app: true, keys: 0 }, false],
    [{ app: false, keys: 1 }, false],
    [{ app: true, keys: 1 }, true],
    [{ app: false, keys: 2 }, true],
  ])('of %o one may go: %s', (enrolled, may) => expect(rules.mayRemoveMethod(enrolled)).toBe(may))
})

describe('a reset', () => {
  it('is for those who have a password', () => {
    expect(rules.mayResetPassword({ password_hash: null })).toBe(false)
    expect(rules.mayResetPassword({ password_hash: '$argon2id$' })).toBe(true)
  })
})

describe('a request that changes something', () => {
  const own = 'https://1secure.example'
  it.each([
    [{}, true],
    [{ origin: own }, false],
    [{ origin: 'https://evil.example' }, true],
    [{ origin: 'null' }, true],
    [{ origin: 'null', secFetchSite: 'same-origin' }, false],
    [{ origin: own, secFetchSite: 'same-origin' }, false],
    [{ origin: own, secFetchSite: 'cross-site' }, true],
    [{ origin: own, secFetchSite: 'same-site' }, true],
    [{ secFetchSite: 'none' }, true],
    [{ origin: 'https://evil.example', secFetchSite: 'same-origin' }, true],
  ])('with %o comes from elsewhere: %s', (request, cross) =>
    expect(rules.isCrossSite(request, own)).toBe(cross),
  )
})

describe('a notice', () => {
  it.each([
    'password-reset',
    'password-changed',
    'authenticator-app-added',
    'security-key-added',
    'authenticator-app-removed',
    'security-key-removed',
  ] as const)('is due: %s', (change) => expect(rules.notifyOfChange(change)).toBe(true))
})
