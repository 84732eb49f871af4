import { Jar } from '../bench/jar.ts'
import { enterCode, holder, toCode } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import { isIn } from '../bench/person.ts'
import { withValue } from '../bench/sent.ts'
import { defineCheck } from '../check.ts'

const AT_ONCE = 10

export const otp2 = defineCheck({
  id: 'OTP2',
  title: 'Of ten sessions that send the same one-time code at once, one is opened',
  source: 'RFC 6238 §5.2; NIST 3.1.4; 6.5.1',
  level: 'MUST',
  asvsLevel: 2,
  needs: ['authenticator-app'],
  seconds: 120,
  async prove(bench) {
    const person = await holder(bench)
    const attempts = []
    let code: string | undefined
    for (let n = 0; n < AT_ONCE; n++) {
      const one = await bench.elsewhere(person)
      await toCode(one)
      const sent = await one.holdsBack(() => enterCode(one, n === 0 ? 'right' : 'wrong'))
      const typed = n === 0 ? one.world.app.used() : undefined
      code ??= typed
      attempts.push({
        jar: await Jar.of(one),
        sent: n === 0 ? sent : withValue(sent, await one.world.app.wrong(), code),
      })
    }
    if (!code || !attempts.every(({ sent }) => sent.body.includes(code ?? '')))
      throw new Unproven('The code is not found in the request that sends it.')
    await Promise.all(attempts.map(({ jar, sent }) => jar.send(sent)))
    const facts = await Promise.all(attempts.map(({ jar }) => jar.signedIn()))
    await Promise.all(attempts.map(({ jar }) => jar.close()))
    const open = facts.filter(isIn).length
    if (open === 0) throw new Unproven('The code opened no session at all.')
    bench.claim(`${AT_ONCE} sessions send one code, and one is opened`, open === 1, `${open} are opened`)
  },
})
