import { withTag } from '../../../machines/model/values.ts'
import { mailsOf } from '../../session/mail.ts'
import type { Mail } from '../../targets/target.ts'
import { Jar } from '../bench/jar.ts'
import { countMails, type Link } from '../bench/mailed-link.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { poll } from '../bench/poll.ts'
import type { Sent } from '../bench/sent.ts'
import { withValue } from '../bench/with-value.ts'
import { addressesIn, sameAddress } from '../mails/addresses.ts'

/** A mail that must not come is there by then in most cases, in milliseconds; the control waits for longer. */
const LONG_ENOUGH = 500

/**
 * Ways to ask for two mails at once: the address of the account finds it, and another one comes along. Products read a field that is
 * there twice, a list, and a text with a comma or a line break in different places differently.
 */
const ways: Record<string, (sent: Sent, own: string, other: string) => Sent> = {
  'a field that is there twice': (sent, own, other) =>
    withFields(sent, own, (name) => [
      [name, own],
      [name, other],
    ]),
  'a list': (sent, own, other) =>
    sent.body.startsWith('{')
      ? {
          ...sent,
          body: JSON.stringify(JSON.parse(sent.body, (_name, old) => (old === own ? [own, other] : old))),
        }
      : withFields(sent, own, (name) => [
          [`${name}[]`, own],
          [`${name}[]`, other],
        ]),
  'a comma': (sent, own, other) => withValue(sent, own, `${own},${other}`),
  'a line break': (sent, own, other) => withValue(sent, own, `${own}\r\nBcc: ${other}`),
}

function withFields(sent: Sent, own: string, fields: (name: string) => [string, string][]): Sent {
  if (sent.body.startsWith('{')) return sent
  const entries = [...new URLSearchParams(sent.body)]
  const body = entries.flatMap(([name, value]) => (value === own ? fields(name) : [[name, value]]))
  return { ...sent, body: new URLSearchParams(body).toString() }
}

/**
 * Asks for a link with a second address beside that of the account.
 * @throws Unproven where the same request, unchanged, mails nothing, or the mailbox names no recipients
 * @returns the way in which a mail with the link went to the second one; `undefined` where none did
 */
export async function wayToAnother(person: Person, sent: Sent, link: Link): Promise<string | undefined> {
  const own = person.account.email
  const other = withTag(own, 'another')
  const jar = await Jar.of(person)
  try {
    const mailsAfter = async (change: (sent: Sent) => Sent, patience: number) => {
      const before = await countMails(person, link)
      await jar.sendFresh(sent, change)
      await poll(async () => (await countMails(person, link)) > before, patience)
      return (await mailsOf(person.session, link.screen)).slice(before)
    }
    const isToOther = async (mails: Mail[]) =>
      (await recipientsOf(mails)).some((one) => sameAddress(one, other))
    for (const [way, change] of Object.entries(ways))
      if (await isToOther(await mailsAfter((fresh) => change(fresh, own, other), LONG_ENOUGH))) return way
    const controlled = await mailsAfter((fresh) => fresh, person.patience)
    if (controlled.length === 0)
      throw new Unproven('The control fails: the same request for the account alone mails nothing either.')
    if ((await recipientsOf(controlled)).length === 0)
      throw new Unproven('The mailbox does not say to whom a mail goes.')
    // A mail that came late arrives with that of the control.
    return (await isToOther(controlled)) ? 'one of several ways' : undefined
  } finally {
    await jar.close()
  }
}

async function recipientsOf(mails: Mail[]): Promise<string[]> {
  const each = mails.map(async ({ to = [], header, envelope }) => [
    ...to,
    ...((await envelope?.()) ?? []),
    ...addressesIn(await header?.(), 'to', 'cc'),
  ])
  return (await Promise.all(each)).flat()
}
