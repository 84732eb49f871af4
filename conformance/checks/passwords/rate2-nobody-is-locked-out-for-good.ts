import { guessInVain } from '../bench/guess.ts'
import { account, enterPassword, isPastPassword, toPassword } from '../bench/journeys.ts'
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
  claims: { opens: 'after the documented time the right password is accepted again' },
  async prove(bench) {
    const person = await account(bench)
    const attacker = await bench.elsewhere(person)
    await toPassword(attacker)
    const guess = () => enterPassword(attacker, 'wrong')
    await guessInVain(attacker, bench.documented('attempts'), guess, 'certainly not the password')
    await person.wait(bench.documented('blockedFor') + 1)
    await toPassword(person)
    await enterPassword(person)
    bench.claim('opens', await isPastPassword(person), 'the holder is still locked out')
  },
})
