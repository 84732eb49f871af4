import { describe, expect, test } from 'vitest'
import type { Field } from './screen.ts'
import {
  commonValues,
  type Known,
  makeValue,
  symbolsOf,
  UnknownSymbol,
  withTag,
  withValues,
} from './values.ts'

const known: Known = {
  email: 'someone@example.com',
  password: 'the one before',
  chosen: 'eleven quiet windows',
  passwords: { strong: 'four tall ships', weak: 'short' },
  code: (which) => ({ right: '123456', wrong: '000000', used: '654321' })[which],
  note: (name) => `the ${name}`,
}
const field = (holds: string, more: Partial<Field> = {}): Field => ({ label: 'A field', holds, ...more })
const role = field('choice', { options: ['Reader', 'Writer'] })

describe('what is typed for a symbol', () => {
  test.each([
    ['email', 'registered', 'someone@example.com'],
    ['email', 'unknown', 'someone-nobody@example.com'],
    ['password', 'new', 'eleven quiet windows'],
    ['password', 'old', 'the one before'],
    ['new-password', 'weak', 'short'],
    ['repeated-password', 'same', 'eleven quiet windows'],
    ['one-time-code', 'used', '654321'],
    ['anything', 'empty', ''],
  ])('%s, %s: %s', async (holds, symbol, typed) => {
    expect(await makeValue(commonValues, field(holds), symbol, known)).toBe(typed)
  })

  test('an option of a list is its own symbol', async () => {
    expect(await makeValue(commonValues, role, 'Writer', known)).toBe('Writer')
  })

  test('the right password is the chosen one where the account had none', async () => {
    const without = { ...known, password: '' }
    expect(await makeValue(commonValues, field('password'), 'right', without)).toBe('eleven quiet windows')
  })

  test('a symbol that no table has is an error that says where it belongs', async () => {
    const typed = makeValue(commonValues, field('passport'), 'expired', known)
    await expect(typed).rejects.toThrow(UnknownSymbol)
    await expect(typed).rejects.toThrow(
      "No value is known for 'expired' in the field “A field”, which holds passport: add it to the values of the pack.",
    )
  })
})

describe('the symbols that are true of what was typed', () => {
  test.each([
    ['email', ' Someone@Example.com', ['registered']],
    ['email', 'else@example.com', ['unknown']],
    ['email', 'no address', []],
    ['email', 'no@address at all', []],
    ['email', ' ', ['empty']],
    ['password', 'the one before', ['right', 'old']],
    ['password', 'a guess', ['wrong']],
    ['new-password', 'longer than that', ['strong']],
    ['new-password', 'tiny', ['weak']],
    ['repeated-password', 'eleven quiet windows', ['same']],
    ['repeated-password', 'something else', ['different']],
    ['repeated-password', '', ['empty', 'different']],
    ['one-time-code', '123456', ['right']],
    ['one-time-code', '654321', ['used']],
    ['one-time-code', '111111', ['wrong']],
    ['text', 'My own', ['any']],
    ['url', 'https://example.com/', ['any']],
    ['url', 'example', ['malformed']],
    ['passport', 'X1', []],
  ])('%s, %j: %j', async (holds, typed, symbols) => {
    expect(await symbolsOf(commonValues, field(holds), typed, known)).toEqual(symbols)
  })

  test('an option of a list is its own symbol', async () => {
    expect(await symbolsOf(commonValues, role, 'Reader', known)).toEqual(['Reader'])
  })

  test('what is made for a symbol is understood as that symbol', async () => {
    for (const [holds, symbols] of Object.entries(commonValues))
      for (const symbol of Object.keys(symbols)) {
        const typed = await makeValue(commonValues, field(holds), symbol, known)
        const understood = await symbolsOf(commonValues, field(holds), typed, known)
        if (symbol !== 'chosen') expect(understood, `${holds}: ${symbol}`).toContain(symbol)
      }
  })
})

test('a pack adds symbols, and replaces those that it means otherwise', async () => {
  const own = withValues(commonValues, {
    password: { right: { make: () => 'sesame' } },
    passport: { valid: { make: ({ note }) => note('passport') } },
  })
  expect(await makeValue(own, field('password'), 'right', known)).toBe('sesame')
  expect(await makeValue(own, field('password'), 'old', known)).toBe('the one before')
  expect(await symbolsOf(own, field('passport'), 'the passport', known)).toEqual(['valid'])
})

test('a tagged address is another one with the same mailbox', () => {
  expect(withTag('someone@example.com', 'nobody')).toBe('someone-nobody@example.com')
})
