import { addNewcomer, needActs, newcomersEmail, toUsers } from './administration.ts'
import type { Bench } from './bench.ts'
import { enterPassword, isPastPassword, toPassword } from './journeys.ts'
import { countMails, linkIn, nextMail } from './mailed-link.ts'
import { chooseFirstPassword } from './mailed-passwords.ts'
import type { Person } from './person.ts'

/** Another account in someone's session, with its holder in a separate browser, not logged in. */
export interface SecondAccount {
  person: Person
  address: string
  /** Symbols of what its address and its password are typed as. */
  email: 'registered' | 'second'
  password: 'right' | 'new'
}

/**
 * Someone who has activated an account in the same session and has no second factor: arranged where all arrangements share one
 * session, else added by the owner of the first one, who is logged in and may do so. Roles: login, activation, administration.
 * @throws NotTestable where neither is possible
 */
export async function secondAccount(bench: Bench, owner: Person): Promise<SecondAccount> {
  const { withoutFactor } = bench.role('login')
  const person = bench.canArrange(withoutFactor) ? await bench.person(withoutFactor) : undefined
  if (person?.session.arranged.url === owner.session.arranged.url)
    return { person, address: person.account.email, email: 'registered', password: 'right' }
  const added = await addSecond(bench, owner)
  return { person: added, address: await newcomersEmail(owner), email: 'second', password: 'new' }
}

/** Whether an account still opens to its password, as far as a second factor. */
export async function opensTo({
  person,
  email = 'registered',
  password,
}: Pick<SecondAccount, 'person' | 'password'> & Partial<SecondAccount>): Promise<boolean> {
  await toPassword(person, email)
  await enterPassword(person, password)
  return isPastPassword(person)
}

/**
 * Someone who is logged in and may add users adds one. Ends with that one at a browser of their own, at their invitation. Their
 * address is typed as `second`.
 * @param role default: the least powerful
 */
export async function inviteSecond(bench: Bench, administrator: Person, role?: string): Promise<Person> {
  needActs(bench, bench.role('administration').open)
  const { openLink } = bench.role('activation')
  const before = await countMails(administrator, openLink)
  await toUsers(administrator)
  await addNewcomer(administrator, role)
  const invitation = await linkIn(bench, await nextMail(administrator, openLink, before), openLink)
  const second = await bench.another(administrator)
  await second.open(invitation)
  return second
}

/** The same, and that one activates the account. Their password is typed as `new`; they are not logged in. */
export async function addSecond(bench: Bench, administrator: Person, role?: string): Promise<Person> {
  const second = await inviteSecond(bench, administrator, role)
  await chooseFirstPassword(second)
  await second.reach(bench.role('activation').done)
  return second
}
