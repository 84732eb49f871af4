import { withTag } from '../../../machines/model/values.ts'
import { mailsOf } from '../../session/mail.ts'
import { answersDuring } from '../bench/answers.ts'
import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { account } from '../bench/journeys.ts'
import { secretsOf } from '../bench/link-token.ts'
import { anotherComes, countMails, linkIn, nextMail } from '../bench/mailed-link.ts'
import { askForReset, toForgotten } from '../bench/mailed-passwords.ts'
import type { Person } from '../bench/person.ts'
import { renewals, toExpired } from '../bench/sent-again.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { defineCheck } from '../check.ts'
import { withAccount } from '../ownership/account-fields.ts'
import { proveStored } from './mailed-as-typed.ts'
import { hasReached, type Way, waysAlike, waysBeside, wayToAnother } from './two-addresses.ts'

export const lnk15 = defineCheck({
  id: 'LNK15',
  title: 'The link to a new password is learned from the mail to the account alone',
  source: '6.4.3',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['reset', 'login'],
  uses: ['codes', 'activation'],
  needs: ['mailbox'],
  seconds: 120,
  claims: {
    link: 'no answer to the one who asks holds the link, or its token',
    alone: 'the link is mailed to nobody else, whatever addresses are asked for beside that of the account',
    alike: 'the link is mailed to no address that only looks like that of the account',
    stored:
      'a link that is asked for in capitals, or with blanks around the address, is mailed to the address as it is stored',
    renewed: 'a link that is asked for where one has expired is mailed to no address that the request names',
  },
  async prove(bench) {
    const { openLink } = bench.role('reset')
    const person = await account(bench)
    await toForgotten(person)
    const answers = await answersDuring(person, () => askForReset(person))
    const secrets = secretsOf(await linkIn(bench, await nextMail(person, openLink, 0), openLink))
    const stored = await person.page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
    )
    bench.claim(
      'link',
      ![...answers, await person.page.content(), stored].some((text) =>
        secrets.some((secret) => text.includes(secret)),
      ),
      'an answer, or the page, holds it',
    )
    const reached = await reachedBy(bench, waysBeside)
    bench.claim(
      'alone',
      reached === undefined,
      `asked for by ${reached}, it is mailed to a second address as well`,
    )
    const alike = await reachedBy(bench, waysAlike)
    bench.claim(
      'alike',
      alike === undefined,
      `asked for by an address that differs in ${alike}, it is mailed there`,
    )
    await skipIfNotTestable(bench, ['stored'], () => proveStored(bench))
    await judgeRenewed(bench)
  },
})

/** How a link is mailed to another address than that of the account; `undefined` where it is not. */
async function reachedBy(bench: Bench, waysOf: (own: string) => Way[]): Promise<string | undefined> {
  // Mails to one account are limited.
  const person = await account(bench)
  await toForgotten(person)
  const sent = await person.interceptRequest(() => askForReset(person))
  return wayToAnother(person, sent, bench.role('reset').openLink, waysOf(person.account.email))
}

/** The page of an expired link knows whose it is: its request needs no address. */
async function judgeRenewed(bench: Bench): Promise<void> {
  const why = renewals.renewed.whyNot(bench)
  if (why !== undefined) return bench.skip('renewed', why)
  const { person, openLink, renew } = await toExpired(bench)
  const { email } = person.account
  const other = withTag(email, 'another')
  const sent = await person.interceptRequest(() => person.perform(renew))
  const before = await countMails(person, openLink)
  const jar = await Jar.of(person)
  await jar.sendFresh(sent, (fresh) => withAccount(fresh, email, other))
  await jar.close()
  const isMailed = await anotherComes(person, openLink, before)
  const mails = (await mailsOf(person.session, openLink.screen)).slice(before)
  if (await hasReached(person, mails, other)) bench.claim('renewed', false, 'it is mailed there')
  else if (isMailed || (await isRenewed(person, before))) bench.claim('renewed', true)
  else
    bench.unproven(
      'renewed',
      'The control fails: the same request mails nothing without that address either.',
    )
}

async function isRenewed(person: Person, before: number): Promise<boolean> {
  const { openLink, renew } = person.role('activation')
  if (renew) await person.perform(renew)
  return anotherComes(person, openLink, before)
}
