import { linksIn } from '../../targets/mailboxes/links-in.ts'
import type { Mail } from '../../targets/target.ts'
import type { Bench } from '../bench/bench.ts'
import { askForReset, holder, toForgotten } from '../bench/journeys.ts'
import { type Link, linkIn, nextMail, tokenOf } from '../bench/mailed-link.ts'
import type { Person } from '../bench/person.ts'
import { defineCheck } from '../check.ts'

/** Shorter parts of an address are no token. */
const LEAST_TOKEN = 16

export const mai1 = defineCheck({
  id: 'MAI1',
  title:
    'A mail with a link comes from the documented sender, goes to the account alone, and has a text part',
  source: 'the documentation’s sender; RFC 2046 §5.1.4; 14.2.1 (nobody else learns a link)',
  level: 'MUST',
  roles: ['activation', 'reset', 'login', 'codes'],
  needs: ['mailbox'],
  claims: {
    sender: 'the sender is the documented one',
    recipients: 'it goes to the address of the account, and to nobody else',
    text: 'it has a text part that names a link of its HTML part',
  },
  async prove(bench) {
    const { invited, openLink } = bench.role('activation')
    const newcomer = await bench.person(invited)
    await judge(bench, newcomer, await nextMail(newcomer, openLink, 0), openLink)
    const { openLink: resetLink } = bench.role('reset')
    const forgetful = await holder(bench)
    await toForgotten(forgetful)
    await askForReset(forgetful)
    await judge(bench, forgetful, await nextMail(forgetful, resetLink, 0), resetLink)
  },
})

async function judge(bench: Bench, { account, session }: Person, mail: Mail | undefined, link: Link) {
  const silent = 'The mailbox does not say it.'
  const documented = bench.target.documented?.mailFrom ?? session.pack.mailFrom
  if (mail?.from === undefined || documented === undefined)
    bench.skip('sender', documented === undefined ? 'No sender is documented.' : silent)
  else bench.claim('sender', sameAddress(mail.from, documented), `it is ${mail.from}, not ${documented}`)
  if (mail?.to === undefined) bench.skip('recipients', silent)
  else {
    const others = mail.to.filter((one) => !sameAddress(one, account.email))
    bench.claim('recipients', others.length === 0, `it goes to ${others.join(', ')} as well`)
  }
  if (!mail?.text) {
    bench.skip('text', silent)
    return
  }
  const text = (await mail.text()) ?? ''
  const token = tokenOf(await linkIn(bench, mail, link))
  const named = text.includes(token) || (await ownLinksOf(mail)).some((href) => text.includes(href))
  bench.claim('text', named, text ? 'the text names none' : 'there is no text part')
}

/** The addresses behind the links of a mail that are for this account alone: they carry something long. */
async function ownLinksOf(mail: Mail): Promise<string[]> {
  const hrefs = (await linksIn(mail)).map(({ href }) => href)
  return hrefs.filter((href) => URL.canParse(href) && tokenOf(href).length >= LEAST_TOKEN)
}

const sameAddress = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()
