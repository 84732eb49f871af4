import { isIn } from '../../session/signed-in.ts'
import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { enterCode, holder, toCode } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Sent } from '../bench/sent.ts'
import { withValue } from '../bench/with-value.ts'
import { defineCheck } from '../check.ts'

const MOST_AT_ONCE = 10

export const otp2 = defineCheck({
  id: 'OTP2',
  title: 'Of several sessions that send the same one-time code at once, one is opened',
  source: 'RFC 6238 §5.2; NIST 3.1.4; 6.5.1',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['login', 'codes'],
  needs: ['authenticator-app'],
  seconds: 120,
  claims: { one: 'several sessions send one code at once, and one is opened' },
  async prove(bench) {
    const person = await holder(bench)
    const attempts: { jar: Jar; sent: Sent; wrong: string }[] = []
    const sessions = atOnce(bench)
    for (let n = 0; n < sessions; n++) {
      const one = await bench.elsewhere(person)
      await toCode(one)
      const wrong = await one.session.codes.wrong()
      attempts.push({
        jar: await Jar.of(one),
        sent: await one.interceptRequest(() => enterCode(one, 'wrong')),
        wrong,
      })
    }
    // Made last, because it may not outlast its time step, and a mailed one only the next mail.
    const code = await person.session.codes.right()
    const right = attempts.map(({ sent, wrong }) => withValue(sent, wrong, code))
    if (right.some(({ body }, n) => body === attempts[n]?.sent.body))
      throw new Unproven('The code is not found in the request that sends it.')
    await Promise.all(attempts.map(({ jar }, n) => jar.send(right[n] as Sent)))
    const facts = await Promise.all(attempts.map(({ jar }) => jar.signedIn()))
    await Promise.all(attempts.map(({ jar }) => jar.close()))
    const open = facts.filter(isIn).length
    if (open === 0) throw new Unproven('The code opened no session.')
    bench.claim('one', open === 1, `of ${sessions}, ${open} are opened`)
  },
})

/** Logins that are left open may count as failed ones, and so may codes: together fewer than what blocks. */
function atOnce({ target }: Bench): number {
  const { attempts = Number.POSITIVE_INFINITY, codeAttempts = attempts } = target.documented ?? {}
  return Math.max(2, Math.min(MOST_AT_ONCE, Math.floor(Math.min(attempts, codeAttempts) / 2)))
}
