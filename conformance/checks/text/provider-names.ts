import { toUsers } from '../bench/administration.ts'
import type { Bench } from '../bench/bench.ts'
import type { Person } from '../bench/person.ts'
import { misbehave, opensBySso, signedInAtProvider } from '../relying-party/sso.ts'
import { opensAtProvider, trust } from '../relying-party/trust.ts'
import { judgePage } from './judge-markup.ts'

/** Many providers let people choose their own name, and a product may show it to everybody. */
export async function judgeNames(bench: Bench): Promise<void> {
  const { capabilities, pages } = bench.target
  if (!bench.optionalRole('sso') || !capabilities.includes('identity-provider'))
    return bench.skip('named', 'Nobody comes from a provider here.')
  const { provided, person, opens, administrator } = await arrangeLogin(bench)
  if (!provided) return bench.skip('named', 'The provider here cannot be made to name people otherwise.')
  await misbehave(person, 'names-with-markup')
  if (!(await opens()))
    return bench.unproven('named', 'Somebody whose name at the provider has markup cannot log in.')
  await judgePage(bench, person, 'named')
  if (pages?.methods) {
    await person.open(pages.methods.at)
    await judgePage(bench, person, 'named')
  }
  if (!administrator) return
  await toUsers(administrator)
  await judgePage(bench, administrator, 'named')
}

interface Login {
  /** Whether the provider can be made to misbehave. */
  provided: boolean
  person: Person
  /** Logs in, and answers whether the protected page opens. */
  opens(): Promise<boolean>
  /** Somebody who sees the person in the list of users, where that can be arranged. */
  administrator?: Person
}

async function arrangeLogin(bench: Bench): Promise<Login> {
  const settings = bench.optionalRole('ssoSettings')
  if (!settings || !bench.optionalRole('administration') || !bench.canArrange(settings.administrator)) {
    const person = await signedInAtProvider(bench)
    return { provided: canMisbehave(person), person, opens: () => opensBySso(person) }
  }
  const administrator = await bench.person(settings.administrator)
  const provided = canMisbehave(administrator)
  if (provided) await trust(administrator, 'openIdConnect')
  const person = await bench.another(administrator)
  return { provided, person, administrator, opens: () => opensAtProvider(person) }
}

const canMisbehave = ({ session }: Person) => session.arranged.provider?.misbehave !== undefined
