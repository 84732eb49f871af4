import { logIn } from '../../../machines/first-login/log-in.ts'
import { guessInVain } from '../bench/guess.ts'
import { enterPassword, toPassword } from '../bench/journeys.ts'
import { defineCheck } from '../check.ts'
import { proveAlike } from './prove-alike.ts'

export const enu4 = defineCheck({
  id: 'ENU4',
  title: 'A wrong password, and a block after many, look the same for every address',
  source: '6.3.8',
  level: 'MUST',
  asvsLevel: 3,
  needs: [],
  async prove(bench) {
    const known = await bench.person(logIn, 'activated')
    const unknown = await bench.beside(known)
    await proveAlike(bench, { known, unknown }, 'a wrong password', async (person, email) => {
      await toPassword(person, email)
      return () => enterPassword(person, 'wrong')
    })
    const limit = bench.target.documented?.attempts
    if (limit === undefined) return
    await proveAlike(
      bench,
      { known, unknown },
      `a wrong password after ${limit} others`,
      async (person, email) => {
        await toPassword(person, email)
        await guessInVain(person, limit, () => enterPassword(person, 'wrong'))
        await toPassword(person, email)
        return () => enterPassword(person, 'wrong')
      },
    )
  },
})
