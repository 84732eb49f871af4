import { EVIL } from '../bench/forged-host.ts'
import { account } from '../bench/journeys.ts'
import { linkIn, nextMail } from '../bench/mailed-link.ts'
import { askForReset, toForgotten } from '../bench/mailed-passwords.ts'
import { defineCheck } from '../check.ts'
import { judgeForged, withForgedHost } from './with-forged-host.ts'

export const lnk10 = defineCheck({
  id: 'LNK10',
  title: 'A mailed link names the configured address, whatever a request says of its host',
  source: '4.1.3; RFC 9700 §4.13',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['reset', 'login'],
  uses: ['codes'],
  needs: ['mailbox'],
  seconds: 90,
  claims: {
    forwarded: `forwarding headers that name ${EVIL} change nothing in the mail`,
    host: `a Host header that names ${EVIL} changes nothing in the mail`,
  },
  async prove(bench) {
    const { openLink: link } = bench.role('reset')
    const person = await account(bench)
    await toForgotten(person)
    const sent = await person.requestOf(() => askForReset(person))
    const { origin } = new URL(await linkIn(bench, await nextMail(person, link, 0), link))
    const { forwarded, host } = await withForgedHost({ person, sent, link, origin })
    judgeForged(bench, 'forwarded', forwarded)
    judgeForged(bench, 'host', host)
  },
})
