import { guessInVain } from '../bench/guess.ts'
import { enterCode, holder, toCode } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import { isOut } from '../bench/refusal.ts'
import { defineCheck } from '../check.ts'

/** NIST 3.2.2. */
const MOST = 100

export const otp4 = defineCheck({
  id: 'OTP4',
  title: 'Wrong codes are counted until the account is blocked, and logging in afresh counts on',
  source: 'NIST 3.2.2; 6.6.3',
  level: 'MUST',
  asvsLevel: 2,
  needs: ['authenticator-app', 'documented.codeAttempts'],
  async prove(bench) {
    const limit = bench.documented('codeAttempts')
    bench.claim(`the documented limit of ${limit} is at most ${MOST}`, limit <= MOST)
    const person = await holder(bench)
    const half = Math.floor(limit / 2)
    for (const times of [half, limit - half]) {
      const guesser = await bench.elsewhere(person)
      await toCode(guesser)
      await guessInVain(guesser, times, () => enterCode(guesser, 'wrong'))
    }
    await toCode(person)
    const error = await person.isTold(() => enterCode(person))
    const { session, dashboard } = await person.signedIn()
    const out = isOut({ session, dashboard })
    bench.claim(
      `after ${limit} wrong codes in two logins the right one opens nothing`,
      out,
      'the right code is accepted',
    )
    if (!error) throw new Unproven('The right code opened nothing, but nothing was said.')
    bench.claim(`it is said why: “${error}”`, true)
  },
})
