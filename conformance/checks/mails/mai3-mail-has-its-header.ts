import { valuesOf } from '../../targets/mailboxes/header.ts'
import type { Bench } from '../bench/bench.ts'
import { mailedKinds } from '../bench/new-password.ts'
import { defineCheck } from '../check.ts'
import { addressesIn, sameDomain, senderOf } from './addresses.ts'
import { type LinkedMail, linkedMails, SILENT } from './linked-mails.ts'
import { tellingIn } from './loads-in.ts'
import { isOfTheDay } from './of-the-day.ts'

/** RFC 5322 section 3.6.4: something at something, in angle brackets. */
const MESSAGE_ID = /^<[^<>\s@]+@[^<>\s@]+>$/

export const mai3 = defineCheck({
  id: 'MAI3',
  title:
    'Mail programs sort a mail with a link rightly, and neither answering nor opening it tells a stranger',
  source: 'RFC 5322 §3.6.1 (a date is a MUST), §3.6.2, §3.6.4; no clause demands a text part',
  level: 'SHOULD',
  roles: [mailedKinds],
  uses: ['login', 'codes', 'administration', 'sso'],
  needs: ['mailbox'],
  seconds: 120,
  claims: {
    reply: 'Reply-To is absent, or of the sender’s domain',
    date: 'the mail has one Date, and that is of the day',
    id: 'the mail has one Message-ID',
    loads: 'nothing that the mail loads from another site tells whose it is',
    ids: 'two mails have two Message-IDs',
    text: 'the mail has a text part beside its HTML part',
  },
  async prove(bench) {
    const ids: string[] = []
    for (const linked of await linkedMails(bench)) ids.push(...(await judge(bench, linked)))
    if (ids.length < 2) bench.skip('ids', 'There are no two of them.')
    else bench.claim('ids', new Set(ids).size === ids.length, `both have ${ids[0]}`)
  },
})

/** Answers the Message-IDs. */
async function judge(bench: Bench, linked: LinkedMail): Promise<string[]> {
  const { person, mail, address } = linked
  const { session } = person
  if (mail.text) bench.claim('text', Boolean(await mail.text()), 'it has none')
  else bench.skip('text', SILENT)
  const telling = tellingIn(await mail.html(), new URL(session.arranged.url).host, address)
  bench.claim('loads', telling.length === 0, `it loads ${telling.join(' and ')}`)
  const header = await mail.header?.()
  if (header === undefined) {
    for (const claim of ['reply', 'date', 'id']) bench.skip(claim, SILENT)
    return []
  }
  const sender = senderOf(bench, session.pack) ?? mail.from ?? ''
  const strangers = addressesIn(header, 'reply-to').filter((one) => !sameDomain(one, sender))
  bench.claim('reply', strangers.length === 0, `an answer goes to ${strangers.join(', ')}`)
  const dates = valuesOf(header, 'date')
  const isOfToday = isOfTheDay(dates[0], [await session.arranged.clock.now(), Date.now()])
  bench.claim('date', dates.length === 1 && isOfToday, `it has ${dates.join(' and ') || 'none'}`)
  const ids = valuesOf(header, 'message-id')
  bench.claim(
    'id',
    ids.length === 1 && MESSAGE_ID.test(ids[0] ?? ''),
    `it has ${ids.join(' and ') || 'none'}`,
  )
  return ids
}
