import { nearness } from '../../page/label.ts'
import { subjectsAtTarget } from '../../session/mail.ts'
import type { Bench } from '../bench/bench.ts'
import { secretsOf } from '../bench/link-token.ts'
import { linkIn } from '../bench/mailed-link.ts'
import { mailedKinds } from '../bench/new-password.ts'
import { defineCheck } from '../check.ts'
import { addressesIn, sameAddress, senderOf } from './addresses.ts'
import { type LinkedMail, linkedMails, SILENT } from './linked-mails.ts'

export const mai1 = defineCheck({
  id: 'MAI1',
  title:
    'A mail with a link has the documented sender and subject, goes to the account alone, and has a text part',
  source: 'the documentation’s sender and subjects; RFC 2046 §5.1.4; 14.2.1 (nobody else learns a link)',
  level: 'MUST',
  roles: [mailedKinds],
  uses: ['login', 'codes'],
  needs: ['mailbox'],
  claims: {
    sender: 'the sender is the documented one',
    subject: 'the subject is the documented one',
    recipients: 'it is addressed to the account, and to nobody else',
    envelope: 'the server was given one recipient for it, the account: there are no blind copies',
    text: 'it has a text part that names the same link as its HTML part',
  },
  async prove(bench) {
    for (const linked of await linkedMails(bench)) {
      judgeSender(bench, linked)
      await judgeRecipients(bench, linked)
      await judgeText(bench, linked)
    }
  },
})

function judgeSender(bench: Bench, { person: { session }, mail, link }: LinkedMail) {
  const documented = senderOf(bench, session.pack)
  if (mail.from === undefined || documented === undefined)
    bench.skip('sender', documented === undefined ? 'No sender is documented.' : SILENT)
  else bench.claim('sender', sameAddress(mail.from, documented), `it is ${mail.from}, not ${documented}`)
  const subjects = subjectsAtTarget(session, link.screen)
  const isDocumented = subjects.some((subject) => nearness(subject, mail.subject))
  bench.claim('subject', isDocumented, `it is “${mail.subject}”, not “${subjects.join('” or “')}”`)
}

async function judgeRecipients(bench: Bench, { person: { account }, mail }: LinkedMail) {
  const others = (addresses: readonly string[]) => addresses.filter((one) => !sameAddress(one, account.email))
  const header = await mail.header?.()
  if (mail.to === undefined && header === undefined) bench.skip('recipients', SILENT)
  else {
    const strangers = others([...(mail.to ?? []), ...addressesIn(header, 'to', 'cc')])
    bench.claim('recipients', strangers.length === 0, `it is addressed to ${strangers.join(', ')} as well`)
  }
  const envelope = await mail.envelope?.()
  if (envelope === undefined) bench.skip('envelope', SILENT)
  else {
    const isAlone = envelope.length === 1 && others(envelope).length === 0
    bench.claim('envelope', isAlone, `it was given ${envelope.join(', ') || 'none'}`)
  }
}

async function judgeText(bench: Bench, { mail, link }: LinkedMail) {
  if (!mail.text) {
    bench.skip('text', SILENT)
    return
  }
  const text = (await mail.text()) ?? ''
  const secrets = secretsOf(await linkIn(bench, mail, link))
  const isNamed = secrets.some((secret) => text.includes(secret))
  bench.claim('text', isNamed, text ? 'the text does not name it' : 'there is no text part')
}
