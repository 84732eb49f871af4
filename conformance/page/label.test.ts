import { describe, expect, test } from 'vitest'
import { nearest, nearness, plain, wordsOf } from './label.ts'

describe('wordsOf', () => {
  test('knows words in any script, and nothing else', () => {
    expect(wordsOf('✉ Re-enter new password: *')).toEqual(['re', 'enter', 'new', 'password'])
    expect(wordsOf('Größe?')).toEqual(['größe'])
  })
})

describe('nearness', () => {
  test.each([
    ['Log In', 'Log In', 'same'],
    ['Log In', 'Log in', 'written-alike'],
    ['Forgot password', 'Forgot password?', 'written-alike'],
    ['Password', 'Password *', 'written-alike'],
    ['Security Key', '\u{1F511} Security key', 'written-alike'],
    ['Enter one time code', 'Enter your one-time code', 'worded-alike'],
    ['Email addresses', 'E-mail addresses', 'written-alike'],
    ['Log In', 'Login', 'written-alike'],
    ['Email address', 'Your e-mail address', 'worded-alike'],
    ['Re-enter new password', 'Please re-enter the new password', 'worded-alike'],
    ['Netwrix 1Secure tenant link', 'Netwrix 1Secure tenant', 'worded-alike'],
    ['Netwrix 1Secure tenant link', 'Netwrix 1Secure', undefined],
    ['Resend Invite', 'Resend invite to ada.lovelace+1@mail.example.com', 'worded-alike'],
    ['Link', '', undefined],
    ['Log in to 1Secure', 'Log in', undefined],
    ['Security Key', 'Key security', undefined],
    ['Continue', 'Continue with the provider of your own organization', undefined],
    ['Continue', '', undefined],
  ])('%s as %s is %s', (documented, actual, expected) => {
    expect(nearness(documented, actual)).toBe(expected)
  })
})

describe('nearest', () => {
  test('prefers the exact name to one that contains it', () => {
    expect(nearest('Password', ['New password', 'Password *'])?.name).toBe('Password *')
  })

  test('takes a different wording when there is but one', () => {
    expect(nearest('Edit', ['Edit email address', 'Continue'])).toEqual({
      name: 'Edit email address',
      nearness: 'worded-alike',
    })
  })

  test('does not guess between two wordings', () => {
    expect(nearest('Continue', ['Continue with mail', 'Continue with key'])).toBeUndefined()
  })
})

test('a name is written without the glyphs of an icon font', () => {
  expect(plain('\uF090 Connect \uE001')).toBe('Connect')
  expect(plain('\uF015')).toBe('')
})

test('the mark of a required field is no part of its name', () => {
  expect(plain('Email *')).toBe('Email')
  expect(plain('* Email')).toBe('Email')
  expect(plain('5 * 4')).toBe('5 * 4')
})
