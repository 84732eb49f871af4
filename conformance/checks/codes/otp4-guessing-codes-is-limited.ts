import { guessInVain } from '../bench/guess.ts'
import { enterCode, enterPassword, holder, toCode, toPassword } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import { isOut } from '../bench/refusal.ts'
import { defineCheck } from '../check.ts'

/** NIST 3.2.2. */
const MOST = 100
/** A field that comes with a message is there by then, in milliseconds. */
const AT_ONCE = 500

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
    await toPassword(person)
    // Whoever is blocked may be turned away with the password already.
    const held = await person.isTold(
      () => enterPassword(person),
      () => person.isAt('verify-your-identity', 0),
    )
    const asked = await person.isAt('verify-your-identity', AT_ONCE)
    const error = asked
      ? await person.isTold(
          () => enterCode(person),
          () => person.isAt('dashboard', 0),
        )
      : held
    bench.claim(
      `after ${limit} wrong codes in two logins the right one opens nothing`,
      isOut(await person.signedIn()),
      'the right code is accepted',
    )
    if (!error) throw new Unproven('The right code opened nothing, but nothing was said.')
    bench.claim(`it is said why: “${error}”`, true)
  },
})
