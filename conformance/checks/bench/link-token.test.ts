import { expect, test } from 'vitest'
import { partAt, placeOfToken, secretsOf, tokenOf } from './link-token.ts'

test.each([
  'https://ours.example/api/reset/0123456789abcdef?next=%2Fhome%2Fwith%2Fa%2Flong%2Fpath',
  'https://ours.example/?action=rp&key=0123456789abcdef&login=somebody-with-a-long-name',
  'https://ours.example/#/reset/0123456789abcdef',
  'https://ours.example/app#token=0123456789abcdef&type=recovery',
  'https://ours.example/app#/reset?token=0123456789abcdef&email=somebody.new%40example.com',
])('the token is the longest part of an address that says nothing else: %s', (link) => {
  expect(tokenOf(link)).toBe('0123456789abcdef')
})

const TRACKED =
  'https://ours.example/ls/a?upn=u001.aVeryLongTrackingIdThatIsNewForEachMail&utm_source=mail&t=0123456789abcdef'

test.each([
  ['the form behind it sends', 'https://ours.example/set/0123456789abcdef password=new'],
  ['it leads to', 'https://ours.example/account/0123456789abcdef'],
])('a longer part is no token where another is the one that %s', (_, carrier) => {
  expect(tokenOf(TRACKED)).toContain('TrackingId')
  expect(tokenOf(TRACKED, { carriers: ['nothing of it', carrier] })).toBe('0123456789abcdef')
  expect(tokenOf(TRACKED, { carriers: ['nothing of it'] })).toBe(tokenOf(TRACKED))
})

test('all that may be secret counts where any of it would tell', () => {
  expect(secretsOf(TRACKED)).toContain('0123456789abcdef')
  expect(secretsOf(TRACKED)).not.toContain('mail')
})

test('in another link the token is at the same place', () => {
  const place = placeOfToken(TRACKED, { carriers: ['/set/0123456789abcdef'] })
  expect(partAt(TRACKED.replace('0123456789abcdef', 'another'), place)).toBe('another')
  expect(partAt('https://ours.example/', place)).toBe('')
})

test('what a link has in common with the deployment is no token, wherever it goes on', () => {
  const link = 'https://ours.example/t/r9bqm832nkz6/activate/0123456789abcdef'
  const carriers = ['https://ours.example/t/r9bqm832nkz6/activate password=new']
  expect(tokenOf(link, { carriers, home: 'https://ours.example/t/r9bqm832nkz6/log-in' })).toBe(
    '0123456789abcdef',
  )
})

test('a word is no token, although the form behind the link is sent to it', () => {
  const link = 'https://ours.example/profile.html?reset=register&token=0123456789abcdef'
  expect(tokenOf(link, { carriers: ['https://ours.example/api/register/password'] })).toBe('0123456789abcdef')
})
