import { expect, test } from 'vitest'
import { isEntrance } from './is-entrance.ts'

const documented = { heading: 'Portal', buttons: ['Log In'] }
const none = { fields: [], buttons: [], links: [] }

test.each([
  ['with a field', { ...none, fields: ['Email'] }, true],
  ['with a button', { ...none, buttons: ['Enter'] }, true],
  ['whose documented button is a link', { ...none, links: ['Portal', 'Log in'] }, true],
  ['with other links alone', { ...none, links: ['Home', 'About us'] }, false],
  ['with nothing', none, false],
])('a page %s', (_, page, expected) => {
  expect(isEntrance(page, documented)).toBe(expected)
})
