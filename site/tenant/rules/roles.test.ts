import { describe, expect, it } from 'vitest'
import { keepAnAdministrator, mayAdminister, mayModify, readRole } from './roles.ts'

const NOON = Date.UTC(2026, 0, 15, 12)

it('a role is one of three, letter by letter', () => {
  for (const role of ['Administrator', 'Editor', 'Viewer']) expect(readRole(role)).toBe(role)
  for (const none of ['', 'administrator', 'Owner', 'constructor']) expect(readRole(none)).toBeUndefined()
})

it.each([
  ['Administrator', true, true],
  ['Editor', false, true],
  ['Viewer', false, false],
] as const)('%s: administers %s, modifies %s', (role, administers, modifies) => {
  expect(mayAdminister({ role })).toBe(administers)
  expect(mayModify({ role })).toBe(modifies)
})

describe('the last Administrator', () => {
  const user = { id: 'b', role: 'Administrator', verified_at: NOON, access_ends_at: null } as const
  const first = { ...user, id: 'a' }

  it.each([
    ['nobody', []],
    ['an Editor', [{ ...user, role: 'Editor' as const }]],
    ['someone who has not activated the account yet', [{ ...user, verified_at: null }]],
    ['someone whose access ends', [{ ...user, access_ends_at: NOON }]],
  ])('stays where there is also %s', (_, others) => {
    expect(keepAnAdministrator([first, ...others], 'a')).toContain('last Administrator')
  })

  it('can go where another one stays', () => {
    expect(keepAnAdministrator([first, user], 'a')).toBeUndefined()
  })
})
