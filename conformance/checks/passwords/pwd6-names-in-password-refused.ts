import { newcomer } from '../bench/journeys.ts'
import { defineCheck } from '../check.ts'
import { proveRefusedPassword } from './prove-refused-password.ts'

export const pwd6 = defineCheck({
  id: 'PWD6',
  title: 'A password that holds the name of the user, the company or the product is refused',
  source: 'NIST 3.1.1.2; 6.2.11',
  level: 'MUST',
  asvsLevel: 2,
  needs: ['mailbox', 'documented.forbiddenWords'],
  async prove(bench) {
    const person = await newcomer(bench)
    const [name = ''] = person.account.email.split('@')
    const words = [
      ...name.split(/[^\p{L}]+/u).filter(({ length }) => length > 4),
      ...bench.documented('forbiddenWords'),
    ]
    const tried = words.map((word) => [`a password that holds “${word}”`, `my ${word} at the pier`])
    await proveRefusedPassword(bench, person, Object.fromEntries(tried))
  },
})
