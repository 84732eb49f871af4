import type { Bench } from '../bench/bench.ts'
import { isAtProtectedPage, toEmail } from '../bench/journeys.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { misbehave, ssoRoles } from './sso.ts'
import { opensAtProvider, passProvider, trust } from './trust.ts'

export const rp17 = defineCheck({
  id: 'RP17',
  title: 'An address that the provider has not verified finds no account',
  source: 'OpenID Connect Core 5.1, 5.7; 6.8.1',
  level: 'MUST',
  asvsLevel: 2,
  roles: [...ssoRoles, 'ssoSettings'],
  needs: ['identity-provider', 'documented.verifiedAddress'],
  seconds: 90,
  claims: { unverified: 'a first login with email_verified: false logs nobody in', ...rejectionClaims },
  async prove(bench) {
    // Entra says nothing of verified addresses, so the generic method is saved.
    const administrator = await bench.person(bench.role('ssoSettings').administrator)
    await trust(administrator, 'openIdConnect')
    await misbehave(administrator, 'email-not-verified')
    const person = await bench.another(administrator)
    await toEmail(person)
    const error = await person.errorAfter(
      () => passProvider(person),
      () => isAtProtectedPage(person, 0),
    )
    const rejections = new Rejections(bench)
    const facts = await person.signedIn()
    rejections.prove({ claim: 'unverified', of: 'an address that is not verified', error, facts })
    await misbehave(administrator, undefined)
    await rejections.control({
      of: 'the address once it is verified',
      works: async () => opensAtProvider(await bench.another(administrator)),
      afresh: () => opensAfresh(bench),
    })
  },
})

async function opensAfresh(bench: Bench): Promise<boolean> {
  const administrator = await bench.person(bench.role('ssoSettings').administrator)
  await trust(administrator, 'openIdConnect')
  return opensAtProvider(await bench.another(administrator))
}
