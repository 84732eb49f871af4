import { expect, test } from 'vitest'
import { flowOf } from '../../../machines/model/perform.ts'
import { library } from '../../../machines/model/testing/small-pack.ts'
import { strangerWords } from './stranger-words.ts'

const enter = flowOf(library, 'enter')
const renew = flowOf(library, 'renew')
const unknown = 'The documentation doesn’t say what happens after what was done.'

test('a press that another procedure goes on with is named with that procedure', () => {
  const did = { what: 'send', screen: 'factor', press: 'App', fields: {} } as const
  expect(strangerWords(library, renew, did, '“App”')).toBe(
    '“App” is no step of “Renew a password”. It is part of “Enter the library”.',
  )
})

test('so is a link of a mail', () => {
  const did = { what: 'follow', link: 'renew it', was: ['newest'] } as const
  expect(strangerWords(library, enter, did, '“renew it”')).toBe(
    '“renew it” is no step of “Enter the library”. It is part of “Renew a password”.',
  )
})

test('so is a form that another procedure has, filled in with the same', () => {
  const did = { what: 'send', screen: 'password', press: 'Go on', fields: { Password: ['wrong'] } } as const
  expect(strangerWords(library, renew, did, '“Go on” with what was typed')).toBe(
    '“Go on” with what was typed is no step of “Renew a password”. It is part of “Enter the library”.',
  )
})

test.each([
  ['of another screen', { what: 'send', screen: 'front', press: 'App', fields: {} }],
  ['of a form that is empty', { what: 'send', screen: 'name', press: 'Go on', fields: {} }],
  ['of no procedure', { what: 'send', screen: 'factor', press: 'Help', fields: {} }],
  ['that is none', { what: 'wait', seconds: 60 }],
] as const)('a press %s is unknown', (_, did) => {
  expect(strangerWords(library, renew, did, 'what was done')).toBe(unknown)
})
