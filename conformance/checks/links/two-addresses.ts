import { withTag } from '../../../machines/model/values.ts'
import { mailsOf } from '../../session/mail.ts'
import type { Mail } from '../../targets/target.ts'
import { type Field, isJson, mapJson, withFields } from '../bench/body.ts'
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

/** A way to ask for the mail of one address that may bring it to another one. */
export interface Way {
  /** How a report calls it: “asked for by …”. */
  by: string
  /** The other address. */
  other: string
  change(sent: Sent): Sent
}

/**
 * Ways to ask for two mails at once: the address of the account finds it, and another one comes along. Products read a field that is
 * there twice, a list, and a text with a comma or a line break in different places differently.
 */
export function waysBeside(own: string): Way[] {
  const other = withTag(own, 'another')
  const twice = (name: string, again = name): [string, string][] => [
    [again, own],
    [again, other],
  ]
  return [
    {
      by: 'a field that is there twice',
      other,
      change: (sent) => inPlaceOf(sent, own, (name) => twice(name)),
    },
    {
      by: 'a list',
      other,
      change: (sent) =>
        isJson(sent.body)
          ? { ...sent, body: mapJson(sent.body, (_name, old) => (old === own ? [own, other] : old)) }
          : inPlaceOf(sent, own, (name) => twice(name, `${name}[]`)),
    },
    { by: 'a comma', other, change: (sent) => withValue(sent, own, `${own},${other}`) },
    { by: 'a line break', other, change: (sent) => withValue(sent, own, `${own}\r\nBcc: ${other}`) },
  ]
}

/**
 * Ways to ask for the mail of an address that only looks alike: another mailbox, which a product takes for that of the account
 * where it compares addresses loosely. Letters: U+212A has k as its small letter; U+017F and U+0131 have S and I as their capitals; the
 * full-width ones are equal to the plain ones in NFKC (Unicode Technical Report 36, section 2).
 */
export function waysAlike(own: string): Way[] {
  const writings: [string, string][] = [
    ['a tag', own.replace('@', '+another@')],
    ['a dot', own.replace(/^./, '$&.')],
    ['a letter with the same small letter', own.replaceAll('k', '\u212a')],
    ['letters with the same capitals', own.replaceAll('s', '\u017f').replaceAll('i', '\u0131')],
    ['a full-width letter', own.replace(/^[a-z]/, (letter) => wide(letter))],
  ]
  return writings
    .filter(([, other]) => other !== own)
    .map(([by, other]) => ({ by, other, change: (sent) => withValue(sent, own, other) }))
}

/** From the plain letters of Unicode to the full-width ones. */
const TO_WIDE = 0xfee0

const wide = (letter: string) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + TO_WIDE)

/** The request with other fields in place of those that hold the address; JSON has each field once. */
function inPlaceOf(sent: Sent, own: string, others: (name: string) => Field[]): Sent {
  if (isJson(sent.body)) return sent
  const body = withFields(sent.body, (fields) =>
    fields.flatMap((field) => (field[1] === own ? others(field[0]) : [field])),
  )
  return { ...sent, body }
}

/**
 * Asks for a link in each of these ways.
 * @throws Unproven where the same request, unchanged, mails nothing, or the mailbox names no recipients
 * @returns the way in which a mail with the link went to the other address; `undefined` where none did
 */
export async function wayToAnother(
  person: Person,
  sent: Sent,
  link: Link,
  ways: readonly Way[],
): Promise<string | undefined> {
  const { session } = person
  const jar = await Jar.of(person)
  try {
    const mailsAfter = async (change: Way['change'], patience: number) => {
      const before = await countMails(person, link)
      await jar.sendFresh(sent, change)
      await poll(async () => (await countMails(person, link)) > before, patience)
      return (await mailsOf(session, link.screen)).slice(before)
    }
    for (const way of ways)
      if (await hasReached(person, await mailsAfter(way.change, LONG_ENOUGH), way.other)) return way.by
    const controlled = await mailsAfter((fresh) => fresh, person.patience)
    if (controlled.length === 0)
      throw new Unproven('The control fails: the same request for the account alone mails nothing either.')
    if (!session.mailbox().mailsTo && (await recipientsOf(controlled)).flat().length === 0)
      throw new Unproven('The mailbox does not say to whom a mail goes.')
    // A mail that came late has arrived with that of the control.
    for (const way of ways) if (await hasReached(person, controlled, way.other)) return way.by
    return undefined
  } finally {
    await jar.close()
  }
}

/** Whether one of these mails went to that address as well, or another one has arrived there. */
export async function hasReached(
  { session }: Person,
  mails: readonly Mail[],
  address: string,
): Promise<boolean> {
  const mailbox = session.mailbox()
  const there = (await mailbox.mailsTo?.(address)) ?? []
  const recipients = await recipientsOf([...mails, ...there])
  if (recipients.flat().some((one) => sameAddress(one, address))) return true
  // A mail that names no recipients has arrived at the address that was asked for, unless every address brings the same mails.
  const nameless = there.filter((_, n) => recipients[mails.length + n]?.length === 0)
  if (nameless.length === 0) return false
  const own = await Promise.all((await mailbox.mails()).map((mail) => mail.html()))
  return (await Promise.all(nameless.map((mail) => mail.html()))).some((html) => !own.includes(html))
}

/** The recipients of each mail. */
export const recipientsOf = (mails: readonly Mail[]): Promise<string[][]> =>
  Promise.all(
    mails.map(async ({ to = [], header, envelope }) => [
      ...to,
      ...((await envelope?.()) ?? []),
      ...addressesIn(await header?.(), 'to', 'cc'),
    ]),
  )
