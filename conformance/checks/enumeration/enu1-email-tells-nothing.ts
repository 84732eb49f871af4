import { withTag } from '../../../machines/model/values.ts'
import type { Bench } from '../bench/bench.ts'
import { performWithAddress } from '../bench/fill-with.ts'
import { enterEmail, member, toEmail, whyInOneForm } from '../bench/journeys.ts'
import type { Person } from '../bench/person.ts'
import { defineCheck } from '../check.ts'
import { isSentThere } from '../relying-party/sso.ts'
import { inCapitals, proveAlike, proveAlikeInvited } from './prove-alike.ts'

export const enu1 = defineCheck({
  id: 'ENU1',
  title: 'Whether an address is registered does not show when it is entered',
  source: '6.3.8',
  level: 'MUST',
  asvsLevel: 3,
  roles: ['login'],
  uses: ['sso', 'activation'],
  needs: [],
  claims: {
    alike: 'a registered and an unknown address bring the same page',
    capitals: 'a registered and an unknown address bring the same page when they are typed in capitals',
    invited: 'an invited address brings the same page as an unknown one',
    provider: 'where people log in at a provider, an unknown address leads there as a registered one does',
  },
  async prove(bench) {
    const oneForm = whyInOneForm(bench)
    if (oneForm)
      for (const claim of ['alike', 'capitals', 'invited'])
        bench.skip(claim, `An address alone is not sent: ${oneForm}. ENU4 looks at both.`)
    else {
      const known = await member(bench)
      const unknown = await bench.another(known)
      const prepare = async (person: Person, email: 'registered' | 'unknown') => {
        await toEmail(person)
        return () => enterEmail(person, email)
      }
      await proveAlike(bench, 'alike', { known, unknown }, prepare)
      const others = { known: await bench.elsewhere(known), unknown: await bench.elsewhere(unknown) }
      await proveAlike(
        bench,
        'capitals',
        others,
        async (person, email) => {
          await toEmail(person)
          return () => performWithAddress(person, person.role('login').enterEmail(email), inCapitals)
        },
        inCapitals,
      )
      await proveAlikeInvited(bench, prepare)
    }
    await proveAlikeAtProvider(bench)
  },
})

/** What the provider itself says of an address is not the deployment’s. */
async function proveAlikeAtProvider(bench: Bench) {
  const sso = bench.target.capabilities.includes('identity-provider') ? bench.optionalRole('sso') : undefined
  if (!sso || !bench.canArrange(sso.signedIn))
    return bench.skip('provider', 'Nobody who logs in at a provider can be arranged here.')
  if (Object.keys(sso.goToProvider.fill ?? {}).length === 0)
    return bench.skip('provider', 'No address is typed on the way to the provider.')
  const known = await bench.person(sso.signedIn)
  if (!(await isSentThereWith(known, (email) => email)))
    return bench.unproven('provider', 'A registered address does not lead to the provider.')
  const unknown = await bench.another(known)
  const isSent = await isSentThereWith(unknown, (email) => withTag(email, 'nobody'))
  bench.claim('provider', isSent, 'a registered address leads to the provider, and an unknown one does not')
}

async function isSentThereWith(person: Person, write: (email: string) => string): Promise<boolean> {
  await toEmail(person)
  return isSentThere(person, () => performWithAddress(person, person.role('sso').goToProvider, write))
}
