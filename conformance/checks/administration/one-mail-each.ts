import { mailsOf } from '../../session/mail.ts'
import type { Bench } from '../bench/bench.ts'
import { anotherComes, countMails, nextMail } from '../bench/mailed-link.ts'
import type { Person } from '../bench/person.ts'

/**
 * Looks at the invitations of before. The function it answers judges by a claim that each of these addresses has been sent one since,
 * which names none of the others.
 */
export async function beginMails(bench: Bench, administrator: Person) {
  const openLink = bench.optionalRole('activation')?.openLink
  if (!openLink || !bench.target.capabilities.includes('mailbox'))
    return async (claim: string) => bench.skip(claim, 'The mails of this deployment are not seen.')
  const before = await countMails(administrator, openLink)
  return async (claim: string, emails: readonly string[]) => {
    await nextMail(administrator, openLink, before + emails.length - 1).catch(() => undefined)
    await anotherComes(administrator, openLink, before + emails.length)
    const mails = (await mailsOf(administrator.session, openLink.screen)).slice(before)
    if (mails.some(({ to }) => to === undefined))
      return bench.skip(claim, 'The mailbox does not say whose they are.')
    for (const email of emails) {
      const own = mails.filter(({ to = [] }) => to.some((one) => one.toLowerCase() === email))
      const others = emails.filter((one) => one !== email)
      const said = (await Promise.all(own.map(async (mail) => `${mail.to} ${await mail.html()}`))).join(' ')
      bench.claim(claim, own.length === 1, `${own.length} are sent to ${email}`)
      bench.claim(claim, !others.some((one) => said.includes(one)), `that of ${email} names another`)
    }
  }
}
