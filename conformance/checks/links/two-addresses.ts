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

/** A mail that must not come would be there by then, in milliseconds. */
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
 * @throws Unproven where the same request, unchanged, mails nothing
 * @returns the way in which a mail with the link went to the second one; `undefined` where none did
 */
export async function wayToAnother(person: Person, sent: Sent, link: Link): Promise<string | undefined> {
  const own = person.account.email
  const other = withTag(own, 'another')
  const jar = await Jar.of(person)
  try {
    const mailsAfter = async (change: (sent: Sent) => Sent) => {
      const before = await countMails(person, link)
      await jar.sendFresh(sent, change)
      await poll(async () => (await countMails(person, link)) > before, LONG_ENOUGH)
      return (await mailsOf(person.session, link.screen)).slice(before)
    }
    for (const [way, change] of Object.entries(ways)) {
      const mails = await mailsAfter((fresh) => change(fresh, own, other))
      const recipients = (await Promise.all(mails.map(recipientsOf))).flat()
      if (recipients.some((one) => sameAddress(one, other))) return way
    }
    if ((await mailsAfter((fresh) => fresh)).length === 0)
      throw new Unproven('The control fails: the same request for the account alone mails nothing either.')
    return undefined
  } finally {
    await jar.close()
  }
}

async function recipientsOf(mail: Mail): Promise<string[]> {
  const written = addressesIn(await mail.header?.(), 'to', 'cc')
  return [...(mail.to ?? []), ...((await mail.envelope?.()) ?? []), ...written]
}
