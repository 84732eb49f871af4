import { mailsOf } from '../../session/mail.ts'
import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { account } from '../bench/journeys.ts'
import { countMails } from '../bench/mailed-link.ts'
import { askForReset, toForgotten } from '../bench/mailed-passwords.ts'
import { NotTestable } from '../bench/outcome.ts'
import { poll } from '../bench/poll.ts'
import { BETWEEN_MAILS } from '../bench/sent-again.ts'
import { withValue } from '../bench/with-value.ts'
import { recipientsOf } from './two-addresses.ts'

const localOf = (address: string) => address.slice(0, address.lastIndexOf('@'))

/** Ways to type an address that a product takes for the one it has stored, and whether a mail went to the address as it was typed. */
const writings = [
  {
    by: 'in capitals',
    type: (own: string) => own.toUpperCase(),
    // What is behind the “@” has no case.
    isTyped: (to: string, typed: string) => localOf(to) === localOf(typed),
  },
  { by: 'with blanks around it', type: (own: string) => ` ${own} `, isTyped: (to: string) => /\s/.test(to) },
]

/**
 * A mailbox may tell capitals apart (RFC 5321 section 2.4): a link to the address as it was typed may reach somebody else. Judges
 * `stored`.
 * @throws NotTestable where no such address gets a mail, or the mailbox does not say whose it is
 */
export async function proveStored(bench: Bench): Promise<void> {
  const { openLink } = bench.role('reset')
  const person = await account(bench)
  const { email } = person.account
  await toForgotten(person)
  const sent = await person.interceptRequest(() => askForReset(person))
  const jar = await Jar.of(person)
  let judged = 0
  for (const { by, type, isTyped } of writings) {
    const typed = type(email)
    if (localOf(typed) === localOf(email)) continue
    const before = await countMails(person, openLink)
    await jar.sendFresh(sent, (fresh) => withValue(fresh, email, typed))
    await poll(async () => (await countMails(person, openLink)) > before, person.patience)
    const mails = (await mailsOf(person.session, openLink.screen)).slice(before)
    const recipients = (await recipientsOf(mails)).flat()
    const wrong = recipients.find((to) => isTyped(to, typed))
    if (recipients.length > 0)
      bench.claim('stored', wrong === undefined, `asked for ${by}, it goes to “${wrong}”`)
    judged += recipients.length
    await person.wait(BETWEEN_MAILS)
  }
  await jar.close()
  if (judged === 0) throw new NotTestable('An address that is typed in another way gets no mail here.')
}
