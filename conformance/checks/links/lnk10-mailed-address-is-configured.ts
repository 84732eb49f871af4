import { Jar } from '../bench/jar.ts'
import { askForReset, holder, toForgotten } from '../bench/journeys.ts'
import { linkIn, nextMail, RESET } from '../bench/mailed-link.ts'
import { defineCheck } from '../check.ts'

const EVIL = 'evil.example'
const FORGED = {
  'x-forwarded-host': EVIL,
  'x-forwarded-server': EVIL,
  'x-host': EVIL,
  'x-original-host': EVIL,
  forwarded: `host=${EVIL}`,
}

export const lnk10 = defineCheck({
  id: 'LNK10',
  title: 'A mailed link names the configured address, whatever a request says of its host',
  source: '4.1.3; RFC 9700 §4.13',
  level: 'MUST',
  asvsLevel: 2,
  needs: ['mailbox'],
  async prove(bench) {
    const person = await holder(bench)
    await toForgotten(person)
    const sent = await person.sends(() => askForReset(person))
    const usual = await linkIn(bench, await nextMail(person, RESET, 0), RESET)
    const jar = await Jar.of(person)
    await jar.send({ ...sent, headers: { ...sent.headers, ...FORGED } })
    await jar.close()
    const mail = await nextMail(person, RESET, 1)
    const { origin } = new URL(usual)
    const forged = new URL(await linkIn(bench, mail, RESET))
    bench.claim(
      `the link leads to ${origin} though the request said ${EVIL}`,
      forged.origin === origin,
      `it leads to ${forged.origin}`,
    )
    bench.claim('nothing in the mail names the other host', !(await mail?.html())?.includes(EVIL))
  },
})
