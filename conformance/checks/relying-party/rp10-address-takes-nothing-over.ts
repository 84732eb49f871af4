import type { Bench } from '../bench/bench.ts'
import { isAtProtectedPage, toEmail } from '../bench/journeys.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { defineCheck } from '../check.ts'
import { misbehave, ssoRoles } from './sso.ts'
import { opensAtProvider, passProvider, trust } from './trust.ts'

export const rp10 = defineCheck({
  id: 'RP10',
  title: 'Another provider takes no account over by asserting its address or its subject',
  source: '6.8.1; 10.5.2; OpenID Connect Core 5.7',
  level: 'MUST',
  asvsLevel: 2,
  roles: [...ssoRoles, 'ssoSettings'],
  needs: ['identity-provider'],
  seconds: 150,
  claims: {
    address: 'the same address at another provider logs nobody in',
    reassigned: 'another subject who was given the address at the same provider is not logged in',
    subject: 'the same subject and the same address at another issuer log nobody in',
    ...rejectionClaims,
  },
  async prove(bench) {
    const administrator = await bench.person(bench.role('ssoSettings').administrator)
    const first = await trust(administrator, 'openIdConnect')
    const owner = await bench.another(administrator)
    if (!(await opensAtProvider(owner))) throw new Unproven('The first provider logs nobody in.')
    await proveReassigned(administrator)
    const rejections = new Rejections(bench)
    await skipIfNotTestable(bench, ['address'], async () => {
      const second = await trust(administrator, 'entra')
      if (first && second && first === second)
        throw new NotTestable('The target has one provider, whichever method is saved.')
      await proveRefused(
        rejections,
        await bench.another(administrator),
        'address',
        'the same address at another provider',
      )
    })
    await proveSubject(rejections, administrator, first)
    await rejections.control({
      of: 'the first provider',
      works: () => opensAtFirst(bench, administrator),
      afresh: async () => opensAtFirst(bench, await bench.person(bench.role('ssoSettings').administrator)),
    })
  },
})

async function proveRefused(rejections: Rejections, person: Person, claim: string, of: string) {
  await toEmail(person)
  const error = await person.errorAfter(() => passProvider(person))
  const accepted = await isAtProtectedPage(person, 0)
  rejections.prove({ claim, of, error, accepted, facts: await person.signedIn() })
}

/** A provider may give the address of someone who has left to someone else; a subject is never given again (ASVS 10.5.2). */
async function proveReassigned(administrator: Person) {
  const { bench } = administrator
  const rejections = new Rejections(bench)
  const other = await bench.another(administrator)
  await misbehave(other, 'another-subject')
  await proveRefused(rejections, other, 'reassigned', 'the same address with another subject')
  await misbehave(other, undefined)
  await rejections.control({
    of: 'the first subject',
    works: async () => opensAtProvider(await bench.another(administrator)),
    afresh: async () => false,
  })
}

/** A subject is a name at its issuer alone (OpenID Connect Core 5.7). */
async function proveSubject(rejections: Rejections, administrator: Person, first: string | undefined) {
  const { bench, session } = administrator
  const { anotherIssuerUrl } = session.provider()
  if (!anotherIssuerUrl) return bench.skip('subject', 'No other issuer here has the same subjects.')
  const issuer = await trust(administrator, 'openIdConnect', anotherIssuerUrl).catch((error: unknown) => {
    if (error instanceof Unproven) return undefined
    throw error
  })
  if (!issuer || issuer === first)
    return bench.unproven('subject', 'No login goes to the other issuer: its settings are not saved.')
  const of = 'the same subject at another issuer'
  await proveRefused(rejections, await bench.another(administrator), 'subject', of)
}

async function opensAtFirst(bench: Bench, administrator: Person): Promise<boolean> {
  await trust(administrator, 'openIdConnect')
  return opensAtProvider(await bench.another(administrator))
}
