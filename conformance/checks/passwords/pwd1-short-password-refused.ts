import { newcomer } from '../bench/journeys.ts'
import { defineCheck } from '../check.ts'
import { proveRefusedPassword } from './prove-refused-password.ts'

/** NIST: with a second factor, which this product always asks for, at least 8 characters. */
const NEVER = 'tiqzbvo'
const LETTERS = 'tiqzbvomepahkuwylzsgrcnfdjxoatebiqyuwpklmzvgh'

export const pwd1 = defineCheck({
  id: 'PWD1',
  title: 'A password that is shorter than documented, or than 8 characters, is refused',
  source: 'NIST 3.1.1.2; 6.2.1',
  level: 'MUST',
  asvsLevel: 1,
  needs: ['mailbox', 'documented.passwordLength'],
  async prove(bench) {
    const least = bench.documented('passwordLength')
    bench.claim('the documented length is at least 8 characters', least >= 8)
    const person = await newcomer(bench)
    await proveRefusedPassword(bench, person, {
      [`a password of ${NEVER.length} characters`]: NEVER,
      [`a password of ${least - 1} characters`]: LETTERS.slice(0, least - 1),
    })
  },
})
