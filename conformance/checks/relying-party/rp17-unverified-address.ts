import type { Bench } from '../bench/bench.ts'
import { isAtProtectedPage, toEmail } from '../bench/journeys.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { defineCheck } from '../check.ts'
import type { Method } from '../sso-configuration/settings.ts'
import { type Misbehaviour, misbehave, ssoRoles } from './sso.ts'
import { opensAtProvider, passProvider, trust } from './trust.ts'

export const rp17 = defineCheck({
  id: 'RP17',
  title: 'An address that the provider has not verified finds no account',
  source: 'OpenID Connect Core 5.1, 5.7; 6.8.1',
  level: 'MUST',
  asvsLevel: 2,
  roles: [...ssoRoles, 'ssoSettings'],
  needs: ['identity-provider', 'documented.verifiedAddress'],
  seconds: 150,
  claims: {
    unverified: 'a first login with email_verified: false logs nobody in',
    entra:
      'a first login with an address of Entra that is not verified, next to the sign-in name of someone else, logs nobody in',
    ...rejectionClaims,
  },
  async prove(bench) {
    await proveRefused(bench, 'openIdConnect', {
      claim: 'unverified',
      of: 'an address that is not verified',
      name: 'email-not-verified',
    })
    // Who administers a directory of Entra can give an account there any address.
    await skipIfNotTestable(bench, ['entra'], () =>
      proveRefused(bench, 'entra', {
        claim: 'entra',
        of: 'an address of Entra that is not verified',
        name: 'address-of-another',
      }),
    )
  },
})

async function proveRefused(bench: Bench, method: Method, { claim, of, name }: Misbehaviour) {
  const administrator = await bench.person(bench.role('ssoSettings').administrator)
  await trust(administrator, method)
  await misbehave(administrator, name)
  const person = await bench.another(administrator)
  await toEmail(person)
  const error = await person.errorAfter(
    () => passProvider(person),
    () => isAtProtectedPage(person, 0),
  )
  const rejections = new Rejections(bench)
  rejections.prove({ claim, of, error, facts: await person.signedIn() })
  await misbehave(administrator, undefined)
  await rejections.control({
    of: 'the address once it is verified',
    works: async () => opensAtProvider(await bench.another(administrator)),
    afresh: () => opensAfresh(bench, method),
  })
}

async function opensAfresh(bench: Bench, method: Method): Promise<boolean> {
  const administrator = await bench.person(bench.role('ssoSettings').administrator)
  await trust(administrator, method)
  return opensAtProvider(await bench.another(administrator))
}
