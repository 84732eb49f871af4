import { expect, test } from 'vitest'
import { packs } from '../../../machines/index.ts'
import { refusesInWords, refusesInWordsOf } from './refusing-words.ts'

test('a text refuses in the words of the profile where the documented ones would', () => {
  const refuses = refusesInWordsOf({
    packs,
    overrides: {
      'enter-your-password': {
        messages: { 'Wrong email or password': 'Das stimmt nicht', blocked: /gesperrt/ },
      },
      'secure-your-account': { messages: { key: 'Der Schlüssel' } },
      'invalid-link': { heading: 'Der Link führt nirgendwohin' },
      'link-expired': { heading: { text: 'ist abgelaufen' } },
      'reset-password/invalid-link': { heading: { role: 'heading', name: /^Verbraucht/ } },
      'change-your-password': { heading: 'Neues Passwort' },
    },
  })
  expect(refuses('Das stimmt nicht!')).toBe(true)
  expect(refuses('Das Konto ist gesperrt.')).toBe(true)
  expect(refuses('Der Link führt nirgendwohin')).toBe(true)
  expect(refuses('Der Link ist abgelaufen.')).toBe(true)
  expect(refuses('Verbraucht: geh zurück')).toBe(true)
  expect(refuses('Der Schlüssel ist ABCD')).toBe(false)
  expect(refuses('Neues Passwort')).toBe(false)
  expect(refusesInWordsOf({ packs })('Wrong email or password')).toBe(false)
})

test.each([
  ['Wrong email or password', true],
  ['This field is required', true],
  ['The link has expired.', true],
  ['A second factor is required to go on', false],
  ['Your password has been changed', false],
])('“%s” refuses: %s', (text, isRefusal) => {
  expect(refusesInWords(text)).toBe(isRefusal)
})
