import { EVIL, FORWARDED } from '../bench/forged-host.ts'
import { Jar } from '../bench/jar.ts'
import { account } from '../bench/journeys.ts'
import { anotherComes, linkIn, nextMail } from '../bench/mailed-link.ts'
import { askForReset, toForgotten } from '../bench/mailed-passwords.ts'
import { sendRaw } from '../bench/raw-request.ts'
import { defineCheck } from '../check.ts'

export const lnk10 = defineCheck({
  id: 'LNK10',
  title: 'A mailed link names the configured address, whatever a request says of its host',
  source: '4.1.3; RFC 9700 §4.13',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['reset', 'login'],
  uses: ['codes'],
  needs: ['mailbox'],
  claims: {
    forwarded: `forwarding headers that name ${EVIL} change nothing in the mail`,
    host: `a Host header that names ${EVIL} changes nothing in the mail`,
  },
  async prove(bench) {
    const { openLink } = bench.role('reset')
    const person = await account(bench)
    await toForgotten(person)
    const sent = await person.requestOf(() => askForReset(person))
    const { origin } = new URL(await linkIn(bench, await nextMail(person, openLink, 0), openLink))
    const judge = async (claim: 'forwarded' | 'host', before: number) => {
      const mail = await nextMail(person, openLink, before)
      const forged = new URL(await linkIn(bench, mail, openLink))
      const named = (await mail?.html())?.includes(EVIL)
      bench.claim(claim, forged.origin === origin && !named, `the mail leads to ${forged.origin}`)
    }
    const jar = await Jar.of(person)
    await jar.sendFresh({ ...sent, headers: { ...sent.headers, ...FORWARDED } })
    await judge('forwarded', 1)
    const again = await jar.fresh(sent)
    const headers = { ...again.headers, ...(await jar.cookieHeader(sent.url)) }
    const status = await sendRaw({ ...again, headers }, EVIL)
    await jar.close()
    await anotherComes(person, openLink, 2)
    const mails = await person.session.mailbox().mails()
    const named = (await Promise.all(mails.map((mail) => mail.html()))).some((html) => html.includes(EVIL))
    bench.claim('host', !named, `a mail names ${EVIL} (the request was answered with ${status})`)
  },
})
