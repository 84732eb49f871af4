import { guessInVain } from '../bench/guess.ts'
import { enterPassword, holder, toPassword } from '../bench/journeys.ts'
import { defineCheck } from '../check.ts'

export const rate2 = defineCheck({
  id: 'RATE2',
  title: 'Whoever is blocked by somebody else’s guesses gets in again after the documented time',
  source: '6.1.1',
  level: 'MUST',
  asvsLevel: 1,
  needs: ['clock', 'documented.attempts', 'documented.blockedFor'],
  async prove(bench) {
    const person = await holder(bench)
    const attacker = await bench.elsewhere(person)
    await toPassword(attacker)
    const guess = () => enterPassword(attacker, 'wrong')
    await guessInVain(attacker, bench.documented('attempts'), guess, 'certainly not the password')
    await person.session.arranged.clock.advance?.(bench.documented('blockedFor') + 1)
    await toPassword(person)
    await enterPassword(person)
    bench.claim(
      'after the documented time the right password is accepted again',
      await person.isAt('verify-your-identity'),
      'the victim is still locked out',
    )
  },
})
