import { guessInVain } from '../bench/guess.ts'
import { enterPassword, member, toPassword } from '../bench/journeys.ts'
import { defineCheck } from '../check.ts'
import { proveAlike } from './prove-alike.ts'

export const enu4 = defineCheck({
  id: 'ENU4',
  title: 'A wrong password, and a block after many, look the same for every address',
  source: '6.3.8',
  level: 'MUST',
  asvsLevel: 3,
  roles: ['login'],
  needs: [],
  claims: {
    wrong: 'a wrong password brings the same page for a registered address and an unknown one',
    blocked: 'so does a wrong password after the documented number of them',
  },
  async prove(bench) {
    const known = await member(bench)
    const unknown = await bench.another(known)
    await proveAlike(bench, 'wrong', { known, unknown }, async (person, email) => {
      await toPassword(person, email)
      return () => enterPassword(person, 'wrong')
    })
    const limit = bench.target.documented?.attempts
    if (limit === undefined) {
      bench.skip('blocked', `${bench.target.name} documents no number of attempts.`)
      return
    }
    await proveAlike(bench, 'blocked', { known, unknown }, async (person, email) => {
      await toPassword(person, email)
      await guessInVain(person, limit, () => enterPassword(person, 'wrong'))
      await toPassword(person, email)
      return () => enterPassword(person, 'wrong')
    })
  },
})
