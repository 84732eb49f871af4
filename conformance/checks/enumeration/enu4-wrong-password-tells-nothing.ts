import { guessInVain } from '../bench/guess.ts'
import { enterPassword, member, toPassword } from '../bench/journeys.ts'
import type { Person } from '../bench/person.ts'
import { defineCheck } from '../check.ts'
import { proveAlike, proveAlikeInvited } from './prove-alike.ts'

export const enu4 = defineCheck({
  id: 'ENU4',
  title: 'A wrong password, and a block after many, look the same for every address',
  source: '6.3.8',
  level: 'MUST',
  asvsLevel: 3,
  roles: ['login'],
  uses: ['activation'],
  needs: [],
  seconds: 120,
  claims: {
    wrong: 'a wrong password brings the same page for a registered address and an unknown one',
    invited: 'a wrong password brings the same page for an invited address',
    blocked:
      'a wrong password brings the same page for every address, also after the documented number of them',
  },
  async prove(bench) {
    const known = await member(bench)
    const unknown = await bench.another(known)
    const prepare = async (person: Person, email: 'registered' | 'unknown') => {
      await toPassword(person, email)
      return () => enterPassword(person, 'wrong')
    }
    await proveAlike(bench, 'wrong', { known, unknown }, prepare)
    await proveAlikeInvited(bench, prepare)
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
