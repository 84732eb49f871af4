import { guessInVain } from '../bench/guess.ts'
import { enterPassword, holder, isHeldAtPassword, toPassword } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import { isOut } from '../bench/refusal.ts'
import { defineCheck } from '../check.ts'

/** NIST 3.2.2: no more than 100 consecutive failed attempts. */
const MOST = 100

export const rate1 = defineCheck({
  id: 'RATE1',
  title: 'After the documented number of wrong passwords the right one is not plainly accepted',
  source: 'NIST 3.2.2; 6.3.1',
  level: 'MUST',
  asvsLevel: 1,
  needs: ['documented.attempts'],
  async prove(bench) {
    const limit = bench.documented('attempts')
    bench.claim(`the documented limit of ${limit} is at most ${MOST}`, limit <= MOST)
    const person = await holder(bench)
    await toPassword(person)
    await guessInVain(person, limit, () => enterPassword(person, 'wrong'), 'certainly not the password')
    const other = await bench.elsewhere(person)
    await toPassword(other)
    const error = await other.isTold(() => enterPassword(other))
    bench.claim(
      `after ${limit} wrong passwords the right one leads no further`,
      await isHeldAtPassword(other),
      'the right password is accepted as if nothing had been',
    )
    bench.claim('and nobody is logged in', isOut(await other.signedIn()))
    if (!error) throw new Unproven('The right password led no further, but nothing was said.')
    bench.claim(`it is said why: “${error}”`, true)
  },
})
