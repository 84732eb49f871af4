import { expect, test } from 'vitest'
import { loadsIn, tellingIn } from './loads-in.ts'

const OWN = 'app.example.com'
const link = '<a href="https://app.example.com/reset?token=abcdefghijklmnopqrst">Reset</a>'

test('knows what a mail program loads from elsewhere', () => {
  const html = `${link}<img src="https://cdn.example.net/logo.png"><img src="https://app.example.com/own.png"><img src="cid:one">
    <td background="https://cdn.example.net/paper.png" style="background: url('https://cdn.example.net/b.png')"></td>
    <style>@import url(https://cdn.example.net/m.css)</style><a href="https://elsewhere.example.org/">more</a>`
  expect(loadsIn(html, OWN)).toEqual([
    'https://cdn.example.net/logo.png',
    'https://cdn.example.net/paper.png',
    'https://cdn.example.net/b.png',
    'https://cdn.example.net/m.css',
  ])
  expect(tellingIn(html, OWN, 'ada@example.com')).toEqual([])
})

test.each([
  'https://open.example.net/o.gif?m=Ada%40Example.com',
  'https://open.example.net/ada@example.com/o.gif',
  'https://open.example.net/o.gif?of=abcdefghijklmnopqrst',
])('%s tells whose mail it is', (address) => {
  expect(tellingIn(`${link}<img src="${address}">`, OWN, 'ada@example.com')).toEqual([address])
})
