import { parse } from 'node-html-parser'
import { expect, test } from 'vitest'
import { firstLogin } from '../machines/first-login/pack.ts'
import { flowOf } from '../machines/model/perform.ts'
import { library } from '../machines/model/testing/small-pack.ts'
import { mailsOf } from './components/mails-of.tsx'
import { readLink } from './wire/link.ts'

/** Label of each link of the mails → whether something in it is random; `undefined` where its address is not known. */
async function linksOf(...[pack, flow]: Parameters<typeof mailsOf>) {
  const mails = Object.values(await mailsOf(pack, flow))
  const links = mails.flatMap(({ html }) => parse(html).querySelectorAll('a[href]'))
  return Object.fromEntries(
    links.map((link) => {
      const read = readLink(link.getAttribute('href') ?? '')
      return [link.text.trim(), 'parts' in read ? read.parts.some(({ isRandom }) => isRandom) : undefined]
    }),
  )
}

test('a link that proves something has a random part, as the one that the product sends', async () => {
  expect(await linksOf(firstLogin, flowOf(firstLogin, 'activate-account'))).toEqual({
    'Activate my Netwrix account': true,
    'account activation link': true,
    'Netwrix 1Secure tenant link': false,
  })
  expect(await linksOf(firstLogin, flowOf(firstLogin, 'reset-password'))).toMatchObject({
    'password reset link': true,
  })
})

test('what is random in the links of one mail is in no other', async () => {
  const each = await Promise.all(firstLogin.flows.map((flow) => mailsOf(firstLogin, flow)))
  const mails = Object.values(Object.assign({}, ...each) as (typeof each)[number])
  const random = mails.flatMap((mail) => mail.random ?? [])
  expect(random.length).toBeGreaterThan(1)
  expect(new Set(random).size).toBe(random.length)
})

test('where the mail of a product is not known, nothing is said of where its links lead', async () => {
  expect(await linksOf(library, flowOf(library, 'renew'))).toEqual({ 'renew it': undefined })
})
