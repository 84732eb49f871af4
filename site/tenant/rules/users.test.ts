import { describe, expect, it } from 'vitest'
import { isAccessOver, readAddresses, readEmail, readLastDay } from './users.ts'

const NOON = Date.UTC(2026, 0, 15, 12)
const MIDNIGHT = Date.UTC(2026, 0, 16)

describe('an e-mail address', () => {
  it.each([
    ['', 'Please enter an email address'],
    ['  ', 'Please enter an email address'],
    ['name', 'like name@example.com'],
    ['name@', 'like name@example.com'],
    ['a b@example.com', 'like name@example.com'],
    [`${'a'.repeat(250)}@example.com`, 'like name@example.com'],
  ])('is not "%s"', (typed, says) =>
    expect(readEmail(typed)).toEqual({ wrong: expect.stringContaining(says) }),
  )

  it('counts in small letters, without spaces around it', () =>
    expect(readEmail(' Name@Example.COM ')).toEqual({ email: 'name@example.com' }))
})

describe('several addresses', () => {
  it('are separated by commas, semicolons and spaces, and count once', () => {
    expect(readAddresses(' One@a.example,two@a.example;\nthree@a.example one@a.example, ')).toEqual({
      emails: ['one@a.example', 'two@a.example', 'three@a.example'],
    })
  })

  it('are twenty at most', () => {
    const many = (n: number) => Array.from({ length: n }, (_, i) => `u${i}@a.example`).join()
    expect(readAddresses(many(20))).toHaveProperty('emails')
    expect(readAddresses(many(21))).toMatchObject({ wrong: expect.stringContaining('20') })
  })

  it('are refused with the one that is wrong', () => {
    expect(readAddresses('one@a.example, two')).toEqual({
      wrong: expect.stringContaining('“two”'),
      empty: false,
    })
    expect(readAddresses(' ,')).toMatchObject({ empty: true })
  })
})

describe('temporary access', () => {
  it('lasts to the end of its last day', () => {
    expect(readLastDay('2026-01-15', NOON)).toEqual({ endsAt: MIDNIGHT })
    expect(isAccessOver({ access_ends_at: MIDNIGHT }, MIDNIGHT - 1)).toBe(false)
    expect(isAccessOver({ access_ends_at: MIDNIGHT }, MIDNIGHT)).toBe(true)
  })

  it('cannot end in the past, or on no day', () => {
    expect(readLastDay('2026-01-15', MIDNIGHT)).toHaveProperty('wrong')
    expect(readLastDay('2026-02-30', NOON)).toHaveProperty('wrong')
  })

  it('is optional', () => {
    expect(readLastDay(' ', NOON)).toEqual({ endsAt: null })
    expect(isAccessOver({ access_ends_at: null }, MIDNIGHT)).toBe(false)
  })
})
