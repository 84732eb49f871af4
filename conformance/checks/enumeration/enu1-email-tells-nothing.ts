import { logIn } from '../../../machines/first-login/log-in.ts'
import { toEmail, whyInOneForm } from '../bench/journeys.ts'
import { NotTestable } from '../bench/outcome.ts'
import { defineCheck } from '../check.ts'
import { proveAlike } from './prove-alike.ts'

export const enu1 = defineCheck({
  id: 'ENU1',
  title: 'Whether an address is registered does not show when it is entered',
  source: '6.3.8',
  level: 'MUST',
  asvsLevel: 3,
  needs: [],
  async prove(bench) {
    const oneForm = whyInOneForm(bench)
    if (oneForm) throw new NotTestable(`An address alone is not sent: ${oneForm}. ENU4 looks at both.`)
    const known = await bench.person(logIn, 'activated')
    const unknown = await bench.beside(known)
    await proveAlike(bench, { known, unknown }, 'entering an address', async (person, email) => {
      await toEmail(person)
      return () => person.does('email-address', { fill: { 'Email address': email }, press: 'Continue' })
    })
  },
})
