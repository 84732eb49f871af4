import { expect, test } from 'vitest'
import { firstLogin } from '../../../machines/first-login/pack.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import { flowOf } from '../../../machines/model/perform.ts'
import { library } from '../../../machines/model/testing/small-pack.ts'
import { addressesIn, addressesOf, addressNamed, addressOf } from './addresses.ts'

const hosted: Pack = {
  ...library,
  hosts: { product: 'books.example' },
  screens: {
    ...library.screens,
    desk: { heading: 'Desk', path: 'inside/desk' },
    front: { heading: 'Library', path: '' },
  },
}

test('the address bar says host and path, by default from the product and the screen', () => {
  expect(addressOf(library, 'front')).toBe('library.example/front')
  expect(addressOf(library, 'their-login')).toBe('provider.example/their-login')
  expect(addressOf(hosted, 'desk')).toBe('books.example/inside/desk')
  expect(addressOf(hosted, 'front')).toBe('books.example')
})

test('it is empty where no page is open', () => {
  expect(addressOf(library, 'letter')).toBe('')
  expect(addressOf(library, 'nothing-open')).toBe('')
})

test('an address that is typed is found by what the bar says', () => {
  expect(addressesOf(hosted)).toEqual({ front: 'books.example', desk: 'books.example/inside/desk' })
  expect(addressNamed(hosted, ' https://Books.example/inside/desk/ ')).toBe('desk')
  expect(addressNamed(hosted, 'books.example/')).toBe('front')
  expect(addressNamed(hosted, 'books.example/attic')).toBeUndefined()
})

test('a flow offers no address of a party that it has nothing to do with', () => {
  const hostsIn = (flow: string) =>
    addressesIn(firstLogin, flowOf(firstLogin, flow)).map((one) => one.split('/')[0])
  expect(hostsIn('reset-password')).toEqual(['larkspur.1secure.example', 'larkspur.1secure.example'])
  expect(hostsIn('register-entra-app')).toContain('login.provider.example')
})
