import { expect, test } from 'vitest'
import { ownWords, wordFrom } from './own-words.ts'

const page = (text: string) => new Set(text.split(' '))
const anna = { email: 'anna@example.com', look: [page('Home Larkspur tip'), page('Users Larkspur')] }
const bert = { email: 'bert@example.com', look: [page('Home Heron'), page('Users Heron')] }

test('a person is named by their address, and by what is on all their pages and on none of others', () => {
  expect(ownWords(anna, bert)).toEqual(['anna@example.com', 'Larkspur'])
  expect(ownWords(bert, anna)).toEqual(['bert@example.com', 'Heron'])
})

test('a text has a word as a whole, with whatever is around it', () => {
  expect(wordFrom(['Larkspur'], 'Welcome to “larkspur”!')).toBe('Larkspur')
  expect(wordFrom(['anna@example.com'], 'Invited by anna@example.com.')).toBe('anna@example.com')
  expect(wordFrom(['Lark'], 'Larkspur')).toBeUndefined()
})
