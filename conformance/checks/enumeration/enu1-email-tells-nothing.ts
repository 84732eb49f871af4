import { enterEmail, member, toEmail, whyInOneForm } from '../bench/journeys.ts'
import { NotTestable } from '../bench/outcome.ts'
import { defineCheck } from '../check.ts'
import { proveAlike } from './prove-alike.ts'

export const enu1 = defineCheck({
  id: 'ENU1',
  title: 'Whether an address is registered does not show when it is entered',
  source: '6.3.8',
  level: 'MUST',
  asvsLevel: 3,
  roles: ['login'],
  needs: [],
  claims: { alike: 'a registered and an unknown address bring the same page' },
  async prove(bench) {
    const oneForm = whyInOneForm(bench)
    if (oneForm) throw new NotTestable(`An address alone is not sent: ${oneForm}. ENU4 looks at both.`)
    const known = await member(bench)
    const unknown = await bench.another(known)
    await proveAlike(bench, 'alike', { known, unknown }, async (person, email) => {
      await toEmail(person)
      return () => enterEmail(person, email)
    })
  },
})
