import { logIn } from '../../../machines/first-login/log-in.ts'
import { addNewcomer, needUsers, toUsers } from './administration.ts'
import type { Bench } from './bench.ts'
import { choosePassword, goodPassword } from './journeys.ts'
import { ACTIVATE, countMails, linkIn, nextMail } from './mailed-link.ts'
import type { Person } from './person.ts'

/** Another account in the session of somebody, with its holder at a browser of their own, not logged in. */
export interface SecondAccount {
  person: Person
  /** What its address and its password are typed as: symbols of drivers/values.ts. */
  email: 'registered' | 'second'
  password: 'right' | 'new'
}

/**
 * Somebody who has activated an account in the same session and has no second factor: arranged where all arrangements share one
 * session, else added by the owner of the first one, who is logged in and may do so.
 * @throws NotTestable where neither is possible
 */
export async function secondAccount(bench: Bench, owner: Person): Promise<SecondAccount> {
  const cannot = bench.target.cannotArrange?.(logIn.id, 'activated')
  const person = cannot ? undefined : await bench.person(logIn, 'activated')
  if (person?.session.arranged.url === owner.session.arranged.url)
    return { person, email: 'registered', password: 'right' }
  return { person: await addSecond(bench, owner), email: 'second', password: 'new' }
}

/**
 * Somebody who is logged in and may add users adds one, who activates the account; ends with that one at a browser of
 * their own, not logged in. Their address and password are typed as `second` and `new`.
 */
export async function addSecond(bench: Bench, administrator: Person): Promise<Person> {
  needUsers(administrator)
  const before = await countMails(administrator, ACTIVATE)
  await toUsers(administrator)
  await addNewcomer(administrator)
  const invitation = await linkIn(bench, await nextMail(administrator, ACTIVATE, before), ACTIVATE)
  const second = await bench.beside(administrator)
  await second.opens(invitation)
  await choosePassword(second, goodPassword(bench))
  await second.sees('account-activated')
  return second
}
