import { expect, test } from 'vitest'
import { readTree } from '../page/read-tree.ts'
import { undocumentedOn } from './undocumented.ts'

const screen = {
  heading: 'Log in',
  fields: [{ label: 'Email address', holds: 'email' }],
  buttons: ['Continue'],
  links: ['Forgot password'],
}
const page = (tree: string) => ({ url: '', ...readTree(tree) })
const asDocumented = `- textbox "Email address *"\n- button "Continue"\n- button "Forgot password?"`

test('a page as it is documented has nothing new, whatever its names look like', () => {
  expect(undocumentedOn(screen, {}, page(asDocumented))).toEqual([])
})

test('new fields and buttons are noted; links are not, for every page has some', () => {
  const tree = `${asDocumented}\n- textbox "Company"\n- button "Use a passkey"\n- link "Imprint"\n- button "jane@example.com"`
  expect(undocumentedOn(screen, {}, page(tree))).toEqual([
    'not in the documentation: the field “Company” on “Log in”',
    'not in the documentation: the button “Use a passkey” on “Log in”',
  ])
})

test('what the profile names is not new, and what it finds without words leaves it open', () => {
  const tree = '- textbox "Mail"\n- textbox "Company"\n- button "Go"'
  const here = {
    labels: { 'Email address': 'Mail', Continue: 'Go' },
    fields: [{ field: 'Company', value: 'x' }],
  }
  expect(undocumentedOn(screen, here, page(tree))).toEqual([])
  const byTestId = { labels: { 'Email address': { testId: 'mail' }, Continue: { unneeded: 'it goes on' } } }
  expect(undocumentedOn(screen, byTestId, page(tree))).toEqual([
    'not in the documentation: the button “Go” on “Log in”',
  ])
})

test('of many, the number is noted', () => {
  const tree = Array.from({ length: 30 }, (_, n) => `- button "Remove ${'x'.repeat(n + 1)}"`).join('\n')
  expect(undocumentedOn(screen, {}, page(tree))).toEqual(['not in the documentation: 30 buttons on “Log in”'])
})

test('the boxes of a code are one field, and not new', () => {
  const boxes = Array.from({ length: 6 }, (_, n) => `- textbox "Digit ${n + 1}"`).join('\n')
  expect(undocumentedOn(screen, {}, { ...page(boxes), boxes: true })).toEqual([])
})

test('a glyph of an icon font is no name, and no part of one', () => {
  const tree = '- textbox "Email address"\n- button "\uF015"\n- button "\uF090 Connect"'
  expect(undocumentedOn(screen, {}, page(tree))).toEqual([
    'not in the documentation: the button “Connect” on “Log in”',
  ])
})
