import { mailsOf } from '../../session/mail.ts'
import type { Mail } from '../../targets/target.ts'
import type { Bench } from '../bench/bench.ts'
import { EVIL, FORWARDED } from '../bench/forged-host.ts'
import { Jar } from '../bench/jar.ts'
import { anotherComes, countMails, type Link, linkIn } from '../bench/mailed-link.ts'
import type { Person } from '../bench/person.ts'
import { sendRaw } from '../bench/raw-request.ts'
import type { Sent } from '../bench/sent.ts'

/** A request that mails a link. */
interface Mailing {
  /** Who sent it, and in whose mailbox the mail comes. */
  person: Person
  sent: Sent
  link: Link
  /** Of the link in the honest mail. */
  origin: string
  /** What differs from request to request anyhow. */
  change?(fresh: Sent): Sent
}

/** The headers that name a host: those of proxies, and the Host header. */
type Header = 'forwarded' | 'host'

/** What came of a request with forged headers. */
interface Forged {
  /** Where the mail leads; `undefined` where that is right, or there is no mail. */
  elsewhere: string | undefined
  /** The control: sent in the same way, without these headers, the request mails a link. */
  works: boolean
}

/** Sends a request that mails a link with headers that name another host, and as it was. */
export async function withForgedHost(mailing: Mailing): Promise<Record<Header, Forged>> {
  const { person, link, sent, change = (fresh) => fresh } = mailing
  const jar = await Jar.of(person)
  const send = {
    forwarded: (fresh: Sent, isForged: boolean) =>
      jar.send({ ...fresh, headers: { ...fresh.headers, ...(isForged && FORWARDED) } }),
    host: async (fresh: Sent, isForged: boolean) =>
      sendRaw(
        { ...fresh, headers: { ...fresh.headers, ...(await jar.cookieHeader(fresh.url)) } },
        isForged ? EVIL : new URL(fresh.url).host,
      ),
  }
  const mailsAfter = async (header: Header, isForged: boolean) => {
    const before = await countMails(person, link)
    await send[header](change(await jar.fresh(sent)), isForged)
    await anotherComes(person, link, before)
    return (await mailsOf(person.session, link.screen)).slice(before)
  }
  const judged = async (header: Header): Promise<Forged> => {
    const forged = await mailsAfter(header, true)
    const controlled = await mailsAfter(header, false)
    // A mail that came late has come with that of the control.
    return { elsewhere: await elsewhere(mailing, [...forged, ...controlled]), works: controlled.length > 0 }
  }
  const both = { forwarded: await judged('forwarded'), host: await judged('host') }
  await jar.close()
  return both
}

/** Judges a claim by what came of one of these headers. */
export function judgeForged(bench: Bench, claim: string, { elsewhere, works }: Forged): void {
  if (elsewhere !== undefined) bench.claim(claim, false, `the mail leads to ${elsewhere}`)
  else if (works) bench.claim(claim, true)
  else bench.unproven(claim, 'The control fails: the request without these headers mails nothing either.')
}

/** Where the first mail leads that names another host; `undefined` where none does. */
async function elsewhere(
  { person, link, origin }: Mailing,
  mails: readonly Mail[],
): Promise<string | undefined> {
  for (const mail of mails) {
    const leadsTo = new URL(await linkIn(person.bench, mail, link)).origin
    if (leadsTo !== origin) return leadsTo
    if (`${await mail.html()} ${(await mail.text?.()) ?? ''}`.includes(EVIL)) return EVIL
  }
  return undefined
}
