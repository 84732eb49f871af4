import { withTag } from '../../../machines/model/values.ts'
import { mailsOf } from '../../session/mail.ts'
import type { Mail } from '../../targets/target.ts'
import { addNewcomer, inviteAgain, newcomersEmail, toUsers, withAddress } from '../bench/administration.ts'
import type { Bench } from '../bench/bench.ts'
import { EVIL, FORWARDED } from '../bench/forged-host.ts'
import { Jar } from '../bench/jar.ts'
import { anotherComes, countMails, linkIn, nextMail } from '../bench/mailed-link.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { sendRaw } from '../bench/raw-request.ts'
import { lastSent, readRequest, type Sent } from '../bench/sent.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { defineCheck } from '../check.ts'

export const lnk17 = defineCheck({
  id: 'LNK17',
  title:
    'An invitation names the configured address, whatever the request of the Administrator says of its host',
  source: '4.1.3; RFC 9700 §4.13',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['administration', 'activation'],
  needs: ['mailbox'],
  seconds: 120,
  claims: {
    added: `a request that adds someone, with headers that name ${EVIL}, changes nothing in the mail`,
    resent: 'a request that invites someone again, with such headers, changes nothing in the mail either',
  },
  async prove(bench) {
    const { openLink } = bench.role('activation')
    const administrator = await bench.person(bench.role('administration').administrator)
    const own = await newcomersEmail(administrator)
    const before = await countMails(administrator, openLink)
    await toUsers(administrator)
    const asked = await lastSent(administrator, async () => {
      await addNewcomer(administrator)
    })
    if (!asked) throw new Unproven('Nothing was sent to add a user.')
    const adding = { ...(await readRequest(asked)), from: administrator.session.arranged.dashboard }
    const { origin } = new URL(await linkIn(bench, await nextMail(administrator, openLink, before), openLink))
    let added = 0
    await judge(bench, 'added', { administrator, origin, sent: adding }, (fresh) =>
      withAddress(fresh, own, withTag(own, `${++added}`)),
    )
    await skipIfNotTestable(bench, ['resent'], async () => {
      await toUsers(administrator)
      const sent = await administrator.requestOf(() => inviteAgain(administrator, own))
      await judge(bench, 'resent', { administrator, origin, sent })
    })
  },
})

interface Inviting {
  administrator: Person
  /** Of the links in honest mails. */
  origin: string
  sent: Sent
}

/**
 * Sends a request that mails an invitation with each forgery, and then as it was.
 * @param change what differs from request to request anyhow
 */
async function judge(
  bench: Bench,
  claim: 'added' | 'resent',
  { administrator, origin, sent }: Inviting,
  change = (fresh: Sent): Sent => fresh,
) {
  const { openLink } = bench.role('activation')
  const jar = await Jar.of(administrator)
  const mailsAfter = async (send: (fresh: Sent) => Promise<unknown>): Promise<Mail[]> => {
    const before = await countMails(administrator, openLink)
    await send(change(await jar.fresh(sent)))
    await anotherComes(administrator, openLink, before)
    return (await mailsOf(administrator.session, openLink.screen)).slice(before)
  }
  const forged: [string, Mail[]][] = [
    [
      'forwarding headers',
      await mailsAfter((fresh) => jar.send({ ...fresh, headers: { ...fresh.headers, ...FORWARDED } })),
    ],
    [
      'a Host header',
      await mailsAfter(async (fresh) => {
        const headers = { ...fresh.headers, ...(await jar.cookieHeader(fresh.url)) }
        return sendRaw({ ...fresh, headers }, EVIL)
      }),
    ],
  ]
  const controlled = await mailsAfter((fresh) => jar.send(fresh))
  await jar.close()
  for (const [by, mails] of [...forged, ['an earlier request', controlled] as const])
    for (const mail of mails)
      if (!(await leadsTo(bench, mail, origin)))
        return bench.claim(claim, false, `after ${by} the mail names another host than ${origin}`)
  if (controlled.length > 0) bench.claim(claim, true)
  else bench.unproven(claim, 'The control fails: the request without these headers mails nothing either.')
}

/** Whether the link of a mail has that origin, and nothing in it names the forged host. */
async function leadsTo(bench: Bench, mail: Mail, origin: string): Promise<boolean> {
  const link = new URL(await linkIn(bench, mail, bench.role('activation').openLink))
  const said = `${await mail.html()} ${(await mail.text?.()) ?? ''}`
  return link.origin === origin && !said.includes(EVIL)
}
