import { describe, expect, it } from 'vitest'
import { isAccessOver } from './is-access-over.ts'
import { keepAnAdministrator } from './keep-an-administrator.ts'
import { mayAdminister } from './may-administer.ts'
import { mayModify } from './may-modify.ts'
import { readAddresses } from './read-addresses.ts'
import { readLastDay } from './read-last-day.ts'
import { refuseStrangers } from './refuse-strangers.ts'

const NOON = Date.UTC(2026, 0, 15, 12)
const MIDNIGHT = Date.UTC(2026, 0, 16)

describe('addresses', () => {
  it('are separated by commas, semicolons and blanks, and count once', () => {
    expect(readAddresses(' One@a.example,two@a.example;\nthree@a.example one@a.example, ')).toEqual({
      emails: ['one@a.example', 'two@a.example', 'three@a.example'],
    })
  })

  it('are twenty at most', () => {
    const many = (n: number) => Array.from({ length: n }, (_, i) => `u${i}@a.example`).join()
    expect(readAddresses(many(20))).toHaveProperty('emails')
    expect(readAddresses(many(21))).toMatchObject({ wrong: expect.stringContaining('20') })
  })

  it.each(['a@b.c.example', 'a@evil-b.example', 'a@b.example.org', 'b.example'])(
    '%s is a stranger',
    (email) => {
      expect(refuseStrangers(['ok@b.example', email], 'b.example')).toContain(email)
    },
  )
})

describe('temporary access', () => {
  it('lasts to the end of its last day', () => {
    expect(readLastDay('2026-01-15', NOON)).toEqual({ endsAt: MIDNIGHT })
    expect(readLastDay('2026-01-15', MIDNIGHT)).toHaveProperty('wrong')
    expect(readLastDay(' ', NOON)).toEqual({ endsAt: null })
    expect(isAccessOver({ access_ends_at: MIDNIGHT }, MIDNIGHT - 1)).toBe(false)
    expect(isAccessOver({ access_ends_at: MIDNIGHT }, MIDNIGHT)).toBe(true)
    expect(isAccessOver({ access_ends_at: null }, MIDNIGHT)).toBe(false)
  })
})

describe('what was found', () => {
  it('is dealt with by Administrators and Editors; Viewers read', () => {
    expect(mayModify({ role: 'Administrator' })).toBe(true)
    expect(mayModify({ role: 'Editor' })).toBe(true)
    expect(mayModify({ role: 'Viewer' })).toBe(false)
  })
})

describe('Administrators', () => {
  const user = { id: 'b', role: 'Administrator', verified_at: NOON, access_ends_at: null } as const
  const first = { ...user, id: 'a' }

  it('alone administer', () => {
    expect(mayAdminister({ role: 'Administrator' })).toBe(true)
    expect(mayAdminister({ role: 'Editor' })).toBe(false)
    expect(mayAdminister({ role: 'Viewer' })).toBe(false)
  })

  it.each([
    ['nobody', []],
    ['an Editor', [{ ...user, role: 'Editor' as const }]],
    ['one who has not activated yet', [{ ...user, verified_at: null }]],
    ['one whose access ends', [{ ...user, access_ends_at: MIDNIGHT }]],
  ])('must not be left to %s', (_, others) => {
    expect(keepAnAdministrator([first, ...others], 'a')).toContain('last Administrator')
  })

  it('may go when another one stays', () => {
    expect(keepAnAdministrator([first, user], 'a')).toBeUndefined()
  })
})
