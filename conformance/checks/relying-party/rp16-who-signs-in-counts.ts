import { signInAtProvider } from '../../session/provider-pages.ts'
import type { Bench } from '../bench/bench.ts'
import { isAtProtectedPage, toEmail } from '../bench/journeys.ts'
import { NotTestable } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { comeBack, goToProvider, opensBySso, signedInAtProvider, ssoRoles } from './sso.ts'

export const rp16 = defineCheck({
  id: 'RP16',
  title: 'Who signs in at the provider counts, not the address that was typed before',
  source: '6.8.1; OpenID Connect Core 5.7',
  level: 'MUST',
  asvsLevel: 2,
  roles: [...ssoRoles],
  needs: ['identity-provider'],
  seconds: 60,
  claims: {
    direct: 'someone who is signed in at the provider is logged in without being asked again',
    stranger: 'someone else at the provider, who was not added, is not logged in by a typed address',
    ...rejectionClaims,
  },
  async prove(bench) {
    const person = await signedInAtProvider(bench)
    bench.claim('direct', await opensBySso(person), 'the login ends elsewhere')
    const stranger = person.session.provider().stranger
    if (!stranger) throw new NotTestable(`${bench.target.name} has no other account at its provider.`)
    const other = await bench.another(person)
    await toEmail(other)
    const error = await other.errorAfter(
      async () => {
        await goToProvider(other)
        await signInAtProvider(other.session, stranger)
        await comeBack(other)
      },
      () => isAtProtectedPage(other, 0),
    )
    const rejections = new Rejections(bench)
    const facts = await other.signedIn()
    rejections.prove({ claim: 'stranger', of: 'an account that was not added', error, facts })
    await rejections.control({
      of: 'the account that was added',
      works: () => opensAs(bench, person),
      afresh: async () => opensBySso(await signedInAtProvider(bench)),
    })
  },
})

async function opensAs(bench: Bench, owner: Person): Promise<boolean> {
  const again = await bench.another(owner)
  await toEmail(again)
  await goToProvider(again)
  await signInAtProvider(again.session, owner.session.provider().user)
  await comeBack(again)
  return isAtProtectedPage(again)
}
