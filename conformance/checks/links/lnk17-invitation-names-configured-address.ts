import { withTag } from '../../../machines/model/values.ts'
import { addNewcomer, inviteAgain, newcomersEmail, toUsers, withAddress } from '../bench/administration.ts'
import { EVIL } from '../bench/forged-host.ts'
import { countMails, linkIn, nextMail } from '../bench/mailed-link.ts'
import { Unproven } from '../bench/outcome.ts'
import { lastSent, readRequest, type Sent } from '../bench/sent.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { defineCheck } from '../check.ts'
import { judgeForged, withForgedHost } from './with-forged-host.ts'

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
    resent:
      'a request that invites someone again, with headers that name evil.example, changes nothing in the mail',
  },
  async prove(bench) {
    const { openLink: link } = bench.role('activation')
    const administrator = await bench.person(bench.role('administration').administrator)
    const own = await newcomersEmail(administrator)
    const before = await countMails(administrator, link)
    await toUsers(administrator)
    const asked = await lastSent(administrator, async () => {
      await addNewcomer(administrator)
    })
    if (!asked) throw new Unproven('Nothing was sent to add a user.')
    const adding = { ...(await readRequest(asked)), from: administrator.session.arranged.dashboard }
    const { origin } = new URL(await linkIn(bench, await nextMail(administrator, link, before), link))
    const mailing = { person: administrator, link, origin }
    let added = 0
    const change = (fresh: Sent) => withAddress(fresh, own, withTag(own, `${++added}`))
    const byAdding = await withForgedHost({ ...mailing, sent: adding, change })
    for (const header of headers) judgeForged(bench, 'added', byAdding[header])
    await skipIfNotTestable(bench, ['resent'], async () => {
      await toUsers(administrator)
      // Mails to one address are limited.
      const sent = await administrator.interceptRequest(() => inviteAgain(administrator, own))
      const bySending = await withForgedHost({ ...mailing, sent })
      for (const header of headers) judgeForged(bench, 'resent', bySending[header])
    })
  },
})

const headers = ['forwarded', 'host'] as const
