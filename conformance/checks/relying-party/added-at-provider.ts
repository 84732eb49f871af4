import type { Credentials } from '../../../machines/model/perform.ts'
import { signInAtProvider } from '../../session/provider-pages.ts'
import { addNewcomer, toUsers } from '../bench/administration.ts'
import type { Bench } from '../bench/bench.ts'
import { performWithAddress } from '../bench/fill-with.ts'
import { isAtProtectedPage, toEmail } from '../bench/journeys.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { isOut } from '../bench/rejections.ts'
import { comeBack } from './sso.ts'
import { opensAtProvider, trust } from './trust.ts'

export interface AddedAtProvider {
  /** Has put single sign-on in force, is logged in, and has an account at the provider, too. */
  administrator: Person
  /** Someone else with an account there. Its name is the address that was added. */
  other: Credentials
}

/**
 * An Administrator puts single sign-on in force, and adds someone else who has an account at the provider. Roles: login, session,
 * sso, ssoSettings, administration.
 * @param role default: the least powerful
 * @throws NotTestable where there is no such account
 */
export async function addAtProvider(bench: Bench, role?: string): Promise<AddedAtProvider> {
  const administrator = await bench.person(bench.role('ssoSettings').administrator)
  const { stranger: other } = administrator.session.provider()
  if (!other?.name.includes('@'))
    throw new NotTestable(`${bench.target.name} has no other account at its provider that is an address.`)
  await trust(administrator, 'openIdConnect')
  await goBackInside(administrator)
  await toUsers(administrator)
  await addNewcomer(administrator, role, other.name)
  return { administrator, other }
}

/** Another way to log in may end the sessions that began by the former one. */
export async function goBackInside(administrator: Person) {
  if (isOut(await administrator.signedIn()) && !(await opensAtProvider(administrator)))
    throw new Unproven('The Administrator does not get in again at the provider.')
}

/**
 * Someone logs in at the provider, and waits until the target shows how it ended.
 * @param typed the address that is typed before, where it is not the one of the account
 */
export async function logInAs(person: Person, who: Credentials, typed = who.name): Promise<boolean> {
  await toEmail(person)
  await performWithAddress(person, person.role('sso').goToProvider, () => typed)
  await signInAtProvider(person.session, who)
  await comeBack(person)
  return isAtProtectedPage(person)
}
