import { packs } from '@doorstep/machines'
import { expect, test } from 'vitest'
import { screensOnPage } from './one-form.ts'

const [pack] = packs
if (!pack) throw new Error('There is no bundled pack.')

const email = { label: 'E-mail', type: 'email' }
const password = { label: 'Password', type: 'password' }

test('a page without a form is the first screen only', () => {
  expect(screensOnPage(pack, 'login-page', [])).toEqual([{ screen: 'login-page' }])
})

test('a page that asks for the address shows two screens, and nobody presses what leads to the second', () => {
  expect(screensOnPage(pack, 'login-page', [email])).toEqual([
    { screen: 'login-page', unneeded: 'Log In' },
    { screen: 'email-address' },
  ])
})

test('one form for address and password is three screens', () => {
  expect(screensOnPage(pack, 'login-page', [email, password])).toEqual([
    { screen: 'login-page', unneeded: 'Log In' },
    { screen: 'email-address', unneeded: 'Continue' },
    { screen: 'enter-your-password' },
  ])
})

test('a form with other fields is none of them', () => {
  expect(screensOnPage(pack, 'login-page', [password])).toEqual([{ screen: 'login-page' }])
})

test('a box to tick or a list beside address and password is no field for a code', () => {
  const box = { label: 'Remember me', type: 'checkbox' }
  const list = { label: 'Language', type: 'select' }
  expect(screensOnPage(pack, 'login-page', [list, email, password, box]).at(-1)).toEqual({
    screen: 'enter-your-password',
  })
})
