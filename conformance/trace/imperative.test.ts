import { expect, test } from 'vitest'
import { actionIn, imperativeOf } from './imperative.ts'

test.each([
  'Click Save.',
  'Double-click the icon.',
  '(Optional) Enter a name.',
  'Optional: enter a name.',
  'Then, select a colour.',
  'On the Colours page, click Add.',
  'In the left pane click Colours.',
  'If the page is shown, close it.',
  'To finish, press Enter.',
  'Log in with the new password.',
  'Once it is done, log in to the product.',
])('%s is an action', (text) => {
  expect(imperativeOf(text)).toBeDefined()
})

test.each([
  'The Colours page is displayed.',
  'Filter – what is left out',
  'Access rights are given by role.',
  'Name',
  'If it is green, it works.',
  'Once it is set, the colour stays.',
  'You can click it twice.',
  'Administrator',
])('%s is not imperative', (text) => {
  expect(imperativeOf(text)).toBeUndefined()
})

test('the action of a text is its first imperative sentence', () => {
  expect(actionIn('A page opens. Click Close. Click Next.')).toBe('Click Close.')
  expect(actionIn('A page opens. It is blue.')).toBeUndefined()
  expect(actionIn('See the Colours topic for more.')).toBeUndefined()
})
