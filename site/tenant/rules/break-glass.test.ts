import { describe, expect, it } from 'vitest'
import { chooseBreakGlass, keepBreakGlass, maySessionGoOn, mayUsePassword } from './break-glass.ts'

const able = (id: string) => ({ id, hasPassword: true, hasSecondFactor: true })

it('the preferred Administrator, or another one who can log in that way, keeps the login by password', () => {
  expect(chooseBreakGlass([able('a'), able('b')], 'b')).toBe('b')
  expect(chooseBreakGlass([able('a'), { ...able('b'), hasSecondFactor: false }], 'b')).toBe('a')
  expect(chooseBreakGlass([{ ...able('a'), hasPassword: false }], 'a')).toBeUndefined()
})

it('that Administrator is neither changed nor removed', () => {
  expect(keepBreakGlass({ keeper: 'a', id: 'a' })).toContain('emergencies')
  expect(keepBreakGlass({ keeper: 'a', id: 'b' })).toBeUndefined()
  expect(keepBreakGlass({ keeper: undefined, id: 'b' })).toBeUndefined()
})

it('under SSO only that Administrator uses a password', () => {
  expect(mayUsePassword({ sso: false, isBreakGlass: false })).toBe(true)
  expect(mayUsePassword({ sso: true, isBreakGlass: false })).toBe(false)
  expect(mayUsePassword({ sso: true, isBreakGlass: true })).toBe(true)
})

describe('when the method of logging in changes, a session', () => {
  const other = { isActing: false, isBreakGlass: false }
  it.each([
    ['by the provider in force continues', { ...other, by: 'https://a', inForce: 'https://a' }, true],
    ['by the provider before ends', { ...other, by: 'https://b', inForce: 'https://a' }, false],
    [
      'by a provider ends, where it is not known which one is in force',
      { ...other, by: 'https://a', inForce: undefined },
      false,
    ],
    ['by password ends, where a provider is in force', { ...other, by: null, inForce: 'https://a' }, false],
    [
      'by password of the Administrator for emergencies continues',
      { by: null, inForce: 'https://a', isActing: false, isBreakGlass: true },
      true,
    ],
    ['by password continues, back at 1Secure Authentication', { ...other, by: null, inForce: null }, true],
    [
      'by a provider ends, back at 1Secure Authentication',
      { ...other, by: 'https://a', inForce: null },
      false,
    ],
    [
      'by the provider before ends, also of the Administrator for emergencies',
      { by: 'https://b', inForce: 'https://a', isActing: false, isBreakGlass: true },
      false,
    ],
    [
      'that makes the change continues',
      { by: 'https://b', inForce: null, isActing: true, isBreakGlass: false },
      true,
    ],
  ])('%s', (_, way, goesOn) => expect(maySessionGoOn(way)).toBe(goesOn))
})
