import { expect, test } from 'vitest'
import { readLink } from '../../wire/link.ts'
import { withOwnLinks } from './own-links.ts'
import { randomIn } from './random-in.ts'

const href = 'https://library.example/renew/q7Vd2mRk0sXc9LhT4yWb6nJz1pFgE8uA3oKiD5vMtQw'
const html = `<h1>Renew it</h1><p><a class="button" href="${href}">renew it</a> or copy ${href}.</p>`
const mail = { id: 'letter', subject: 'Renew it', from: 'library', html, random: randomIn(html) }

/** The link of the n-th mail, in parts. */
function linkOf(n: number) {
  const own = withOwnLinks(mail, n)
  const [, href = ''] = / href="([^"]*)"/.exec(own) ?? []
  const read = readLink(href)
  return { html: own, href, parts: 'parts' in read ? read.parts : [] }
}

test('each mail has a link of its own: what is random in it is another, and as long', () => {
  const links = [...Array(20).keys()].map(linkOf)
  const random = links.map(({ parts }) => parts.find(({ isRandom }) => isRandom)?.text ?? '')
  expect(new Set(random).size).toBe(20)
  expect(new Set(random.map(({ length }) => length))).toEqual(new Set([43]))
  const rest = links.map(({ parts }) => parts.filter(({ isRandom }) => !isRandom))
  for (const one of rest) expect(one).toEqual(rest[0])
})

test('the address that can be copied is that of the link, and the same after a reload', () => {
  const second = linkOf(1)
  expect(second.html).toContain(`copy ${second.href}.`)
  expect(second.html).not.toContain(href)
  expect(linkOf(1)).toEqual(second)
  expect(linkOf(0).html).toBe(html)
})

test('where nothing is random, the mail is as it was', () => {
  const plain = '<a href="#">renew it</a> <a href="https://library.example/terms">terms</a>'
  expect(withOwnLinks({ ...mail, html: plain, random: randomIn(plain) }, 3)).toBe(plain)
})
