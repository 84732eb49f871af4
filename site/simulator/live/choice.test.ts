import { expect, test } from 'vitest'
import { asOption, heldAtFirst } from './choice.ts'

const directory = 'Accounts in any organizational directory'
const options = ['Accounts here only', directory, `${directory} and personal accounts`]
const field = { label: 'Supported account types', holds: 'choice', options }

test.each([
  ['Accounts here only', options[0]],
  ['accounts here only ', options[0]],
  ['Accounts here only (single tenant)', options[0]],
  [`${directory} (multitenant)`, directory],
  [`${directory} and personal accounts`, options[2]],
  [`${directory} and personal accounts (all)`, options[2]],
  [`${directory} and partners`, `${directory} and partners`],
  ['Something else', 'Something else'],
])('“%s” means “%s”', (shown, meant) => expect(asOption(field, shown)).toBe(meant))

test('a field without options holds what was typed', () =>
  expect(asOption({ label: 'Name', holds: 'text' }, 'Mine (1)')).toBe('Mine (1)'))

test('a list holds the first of its options, or the one that the screen names', () => {
  expect(heldAtFirst(field)).toBe('Accounts here only')
  expect(heldAtFirst({ ...field, value: directory })).toBe(directory)
  expect(heldAtFirst({ label: 'Name', holds: 'text' })).toBeUndefined()
})
