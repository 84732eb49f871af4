import { expect, test } from 'vitest'
import type { Kept } from '../../page/kept.ts'
import { leftOver } from './token-over.ts'

const TOKEN = 'a-token-of-the-session'
const cookie = (name: string, value: string) => ({ name, value }) as Kept['cookies'][number]
const kept = (one: Partial<Kept>): Kept => ({ cookies: [], localStorage: [], sessionStorage: [], ...one })

test('of the cookies those stay that hold a token, which is over', () => {
  const left = leftOver(kept({ cookies: [cookie('token', TOKEN), cookie('renewal', 'other')] }), [TOKEN])
  expect(left?.cookies).toEqual([cookie('token', 'a-token-of-the-sesAAAA')])
})

test('what else scripts have stored stays', () => {
  const stored: Kept['localStorage'] = [
    ['token', `"${TOKEN}"`],
    ['language', 'en'],
  ]
  expect(leftOver(kept({ localStorage: stored }), [TOKEN])?.localStorage).toEqual([
    ['token', '"a-token-of-the-sesAAAA"'],
    ['language', 'en'],
  ])
})

test('where scripts keep no token, nothing is left', () => {
  expect(leftOver(kept({ cookies: [cookie('renewal', 'other')] }), [TOKEN])).toBeUndefined()
  expect(leftOver(kept({ localStorage: [['language', 'en']] }), [])).toBeUndefined()
})
