import type { Bench } from '../bench/bench.ts'
import { isAtProtectedPage, toEmail } from '../bench/journeys.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { ssoRoles } from './sso.ts'
import { opensAtProvider, passProvider, trust } from './trust.ts'

export const rp10 = defineCheck({
  id: 'RP10',
  title: 'Another provider takes no account over by asserting its address',
  source: '6.8.1; 10.5.2',
  level: 'MUST',
  asvsLevel: 2,
  roles: [...ssoRoles, 'ssoSettings'],
  needs: ['identity-provider', 'pages.clientSecret'],
  seconds: 120,
  claims: { address: 'the same address at another provider logs nobody in', ...rejectionClaims },
  async prove(bench) {
    const administrator = await bench.person(bench.role('ssoSettings').administrator)
    const first = await trust(administrator, 'openIdConnect')
    const owner = await bench.another(administrator)
    if (!(await opensAtProvider(owner))) throw new Unproven('The first provider logs nobody in.')
    const second = await trust(administrator, 'entra')
    if (first && second && first === second)
      throw new NotTestable('The target has one provider, whichever method is saved.')
    const other = await bench.another(administrator)
    await toEmail(other)
    const error = await other.errorAfter(() => passProvider(other))
    const rejections = new Rejections(bench)
    rejections.prove({
      claim: 'address',
      of: 'the same address at another provider',
      error,
      accepted: await isAtProtectedPage(other, 0),
      facts: await other.signedIn(),
    })
    await rejections.control({
      of: 'the first provider',
      works: () => opensAtFirst(bench, administrator),
      afresh: async () => opensAtFirst(bench, await bench.person(bench.role('ssoSettings').administrator)),
    })
  },
})

async function opensAtFirst(bench: Bench, administrator: Person): Promise<boolean> {
  await trust(administrator, 'openIdConnect')
  return opensAtProvider(await bench.another(administrator))
}
