import { nearness } from '../../page/label.ts'
import { subjectsAtTarget } from '../../session/mail.ts'
import type { Bench } from '../bench/bench.ts'
import { secretsOf } from '../bench/link-token.ts'
import { linkIn } from '../bench/mailed-link.ts'
import { mailedKinds } from '../bench/new-password.ts'
import { defineCheck } from '../check.ts'
import { sameAddress, senderOf } from './addresses.ts'
import { livesSaidIn } from './life-said.ts'
import { type LinkedMail, linkedMails, SILENT } from './linked-mails.ts'
import { judgeRecipients } from './recipients.ts'
import { saidIn } from './said-in.ts'

export const mai1 = defineCheck({
  id: 'MAI1',
  title:
    'A mail with a link has the documented sender and subject, goes to the account alone, and says the same as text',
  source: 'the documentation’s sender and subjects; RFC 2046 §5.1.4; 14.2.1 (nobody else learns a link)',
  level: 'MUST',
  roles: [mailedKinds],
  uses: ['login', 'codes', 'administration', 'sso'],
  needs: ['mailbox'],
  seconds: 180,
  claims: {
    sender: 'the sender is the documented one',
    subject: 'the subject is the documented one',
    recipients: 'the mail is addressed to the account, and to nobody else',
    envelope: 'the server was given one recipient for the mail, the account: there are no blind copies',
    others: 'the mail names nobody else who was sent such a mail',
    text: 'a text part names the same link as the HTML part',
    address:
      'the text part has the link written out as a whole, and it leads where the link of the HTML part does',
    life: 'a mail that says how long its link is valid says the documented time',
  },
  async prove(bench) {
    const mails = await linkedMails(bench)
    for (const linked of mails) {
      judgeSender(bench, linked)
      await judgeRecipients(bench, linked)
      await judgeText(bench, linked)
      await judgeLife(bench, linked)
    }
    await judgeOthers(bench, mails)
  },
})

function judgeSender(bench: Bench, { called, person: { session }, mail, link }: LinkedMail) {
  const documented = senderOf(bench, session.pack)
  if (mail.from === undefined || documented === undefined)
    bench.skip('sender', documented === undefined ? 'No sender is documented.' : SILENT)
  else
    bench.claim(
      'sender',
      sameAddress(mail.from, documented),
      `of ${called} it is ${mail.from}, not ${documented}`,
    )
  const subjects = subjectsAtTarget(session, link.screen)
  const { heading } = session.screen(link.screen)
  const isDocumented = subjects.some((subject) => {
    const near = nearness(subject, mail.subject)
    // What the profile says may be a part of the subject, such as that without a name.
    return near !== undefined && (near !== 'worded-alike' || subject !== heading)
  })
  bench.claim(
    'subject',
    isDocumented,
    `of ${called} it is “${mail.subject}”, not “${subjects.join('” or “')}”`,
  )
}

/** The person who has invited someone may be named. */
async function judgeOthers(bench: Bench, mails: readonly LinkedMail[]) {
  const everybody = mails.map(({ address }) => address)
  if (new Set(everybody).size < 2) return bench.skip('others', 'All of these mails go to one address.')
  for (const { called, address, person, mail } of mails) {
    const may = [address, person.account.email].map((one) => one.toLowerCase())
    const said = `${await mail.html()} ${(await mail.text?.()) ?? ''}`.toLowerCase()
    const named = everybody.find(
      (one) => !may.includes(one.toLowerCase()) && said.includes(one.toLowerCase()),
    )
    bench.claim('others', named === undefined, `${called} names ${named}`)
  }
}

async function judgeText(bench: Bench, linked: LinkedMail) {
  const { called, mail, link, form } = linked
  if (!mail.text) {
    for (const claim of ['text', 'address']) bench.skip(claim, SILENT)
    return
  }
  const text = await mail.text()
  if (!text) {
    for (const claim of ['text', 'address'])
      bench.skip(claim, `${called} has no text part: MAI3.text judges that.`)
    return
  }
  const href = await linkIn(bench, mail, link)
  const named = (form === undefined ? [new URL(href).host] : secretsOf(href)).filter((one) =>
    text.includes(one),
  )
  const isNamed = bench.claim('text', named.length > 0, `the text of ${called} does not name it`)
  if (form === undefined || !isNamed) bench.skip('address', 'There is no text that names a link to a form.')
  else await judgeAddress(bench, linked, { href, form, written: addressWith(named, text) })
}

/** With too long a time, people come too late; with too short a one, they believe that the link is dead. */
async function judgeLife(bench: Bench, { called, address, mail, link }: LinkedMail) {
  const kind = mailedKinds.find((one) => bench.optionalRole(one)?.openLink.screen === link.screen)
  const documented = kind && bench.target.documented?.[`${kind}LinkLife`]
  if (documented === undefined) return bench.skip('life', `The documentation does not say it of ${called}.`)
  const said = livesSaidIn(await saidIn(mail, address))
  if (said.length === 0) return bench.skip('life', `It is not said in ${called}.`)
  // The HTML part and the text part say it, each for itself.
  const words = [...new Set(said.map((one) => one.words))].join('” and “')
  const isSaid = said.some(({ seconds }) => seconds === documented)
  bench.claim('life', isSaid, `${called} says “${words}”, and ${documented} s are documented`)
}

/** The first address in a text that has one of these in it. Punctuation around it belongs to the sentence. */
const addressWith = (secrets: readonly string[], text: string): string | undefined =>
  [...text.matchAll(/https?:\/\/[^\s<>"'[\]]+/g)]
    .map(([address]) => address.replace(/[.,;:!?)]+$/, ''))
    .find((address) => secrets.some((secret) => address.includes(secret)))

interface Addresses {
  href: string
  form: string
  /** In the text. */
  written: string | undefined
}

/** Only what opens tells whether two addresses are the same: each part may have its own for the same link. */
async function judgeAddress(
  bench: Bench,
  { called, person }: LinkedMail,
  { href, form, written }: Addresses,
) {
  if (written === undefined) {
    bench.claim('address', false, `the text of ${called} holds its token, and no whole address`)
    return
  }
  const reader = await bench.another(person)
  const leads = async (address: string) => {
    await reader.open(address).catch(() => undefined)
    return reader.isAt(form)
  }
  if (written === href || (await leads(written))) bench.claim('address', true)
  else if (await leads(href)) bench.claim('address', false, `that of ${called} leads elsewhere`)
  else bench.unproven('address', `The control fails: the link of ${called} does not lead to its form either.`)
}
