import { isIn } from '../../session/signed-in.ts'
import { guessInVain } from '../bench/guess.ts'
import { account, enterPassword, isPastPassword, toPassword } from '../bench/journeys.ts'
import type { Person } from '../bench/person.ts'
import { defineCheck } from '../check.ts'

export const rate2 = defineCheck({
  id: 'RATE2',
  title: 'An account that someone else’s guesses have blocked opens again after the documented time',
  source: '6.1.1',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['login'],
  uses: ['codes'],
  needs: ['clock', 'documented.attempts', 'documented.blockedFor'],
  claims: {
    opens: 'after the documented time the right password is accepted again',
    further: 'and logs nobody in who would have been asked for more before the block',
  },
  async prove(bench) {
    const before = await account(bench)
    await enterRight(before)
    const isEnough = isIn(await before.signedIn())
    const person = await account(bench)
    const attacker = await bench.elsewhere(person)
    await toPassword(attacker)
    const guess = () => enterPassword(attacker, 'wrong')
    await guessInVain(attacker, bench.documented('attempts'), guess, 'certainly not the password')
    await person.wait(bench.documented('blockedFor') + 1)
    bench.claim('opens', await enterRight(person), 'the holder is still locked out')
    if (isEnough) bench.skip('further', 'The password alone logs people in here.')
    else bench.claimOut('further', await person.signedIn(), 'the password alone logs the holder in')
  },
})

/** Whether the right password is accepted. */
async function enterRight(person: Person): Promise<boolean> {
  await toPassword(person)
  await enterPassword(person)
  return isPastPassword(person)
}
