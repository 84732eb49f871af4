import type { Credentials } from '../../../machines/model/perform.ts'
import { addNewcomer, toUsers } from '../bench/administration.ts'
import type { Bench } from '../bench/bench.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { defineCheck } from '../check.ts'
import { activate, getsIn, invitationOf, type Known, opensWhereAdded } from './known-elsewhere.ts'
import { ssoRoles } from './sso.ts'
import { opensAtProvider, trust } from './trust.ts'

export const rp21 = defineCheck({
  id: 'RP21',
  title: 'A provider speaks for the people of its own organization alone',
  source: '6.8.1; 8.4.1',
  level: 'MUST',
  asvsLevel: 2,
  roles: [...ssoRoles, 'ssoSettings', 'administration'],
  uses: ['activation'],
  needs: ['identity-provider', 'documented.organizations'],
  seconds: 180,
  claims: {
    invited: 'a provider logs nobody in whom another organization alone has invited',
    active: 'a provider logs nobody in who has activated an account of another organization alone',
  },
  async prove(bench) {
    const one = await bench.person(bench.role('ssoSettings').administrator)
    const known = { owner: one, who: knownTo(one) }
    await trust(one, 'openIdConnect')
    if (!(await opensAtProvider(await bench.another(one)))) throw new Unproven('The provider logs nobody in.')
    if (await getsIn(known)) throw new NotTestable('Everybody at the provider gets in here, added or not.')
    const other = await anotherOrganization(bench, one)
    await toUsers(other)
    await addNewcomer(other, undefined, known.who.name)
    const seen: Record<string, boolean> = {}
    await skipIfNotTestable(bench, ['active'], async () => {
      // A product that lets them in may mail them another one.
      const invitation = await invitationOf(known)
      seen.invited = await getsIn(known)
      await activate(other, invitation)
      seen.active = await getsIn(known)
    })
    seen.invited ??= await getsIn(known)
    await judge(bench, known, seen)
  },
})

/** Someone whom the provider knows, and nobody has added. @throws NotTestable where there is none */
function knownTo({ session, bench }: Person): Credentials {
  const { stranger } = session.provider()
  if (stranger?.name.includes('@')) return stranger
  throw new NotTestable(`${bench.target.name} has no other account at its provider that is an address.`)
}

async function anotherOrganization(bench: Bench, one: Person): Promise<Person> {
  const other = await bench.person(bench.role('administration').administrator)
  const whoIs = ({ account, session }: Person) => `${account.email} at ${session.arranged.url}`
  if (whoIs(one) !== whoIs(other)) return other
  throw new Unproven('The profile arranges the same Administrator twice.')
}

/** The control: the same person gets in once this organization has added them, too, or where it is the only one. */
async function judge(bench: Bench, known: Known, seen: Readonly<Record<string, boolean>>) {
  const isRefused = Object.values(seen).includes(false)
  const works = !isRefused || (await opensWhereAdded(bench, known))
  for (const [claim, isIn] of Object.entries(seen))
    if (isIn) bench.claims.judge(claim, 'failed', 'they are logged in', { wrongSession: true })
    else if (works) bench.claim(claim, true)
    else bench.unproven(claim, 'The control fails: someone who is added here does not get in either.')
}
