import { describe, expect, test } from 'vitest'
import { flowOf } from '../model/perform.ts'
import { track } from '../model/track.ts'
import { commonValues, type Known, symbolsOf, withValues } from '../model/values.ts'
import { firstLogin } from './pack.ts'

describe('adding users', () => {
  const field = firstLogin.screens['add-users'].fields.find(({ holds }) => holds === 'email-addresses')
  const known: Known = {
    ...{ email: 'me@example.com', password: '', chosen: '', passwords: { strong: '', weak: '' } },
    code: async () => undefined,
    note: () => 'colleague@example.com',
  }

  test.each([
    ['one@example.com, two@example.com', ['new']],
    ['one@example.com;me@example.com', []],
    ['one@example.com two', ['malformed']],
  ])('“%s” is %o', async (typed, symbols) => {
    if (!field) throw new Error('There is no such field.')
    expect(await symbolsOf(withValues(commonValues, firstLogin.values), field, typed, known)).toEqual(symbols)
  })

  test('what is typed and then sent happens once', () => {
    const on = { screen: 'add-users', fields: { 'Email addresses': ['malformed'] } } as const
    const open = ['Configuration', 'Users', 'Add Users']
    const screens = ['dashboard', 'managed-organizations', 'users', 'add-users']
    const opened = open.map((press, n) => ({
      did: { what: 'send' as const, screen: screens[n] ?? '', press, fields: {} },
      shown: { screen: screens[n + 1] ?? '' },
    }))
    const { own } = track(firstLogin, flowOf(firstLogin, 'add-users'), 'administrator', [
      ...opened,
      { did: { what: 'type', ...on } },
      {
        did: { what: 'send', press: 'Add', ...on },
        shown: { screen: 'add-users', message: '“x” is not an e-mail address' },
      },
    ])
    expect(own.walk.slice(3)).toEqual(['address.malformed', 'add'])
  })
})
