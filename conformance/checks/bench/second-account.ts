import { addNewcomer, toUsers } from './administration.ts'
import type { Bench } from './bench.ts'
import { choosePassword, goodPassword } from './journeys.ts'
import { ACTIVATE, countMails, linkIn, nextMail } from './mailed-link.ts'
import type { Person } from './person.ts'

/**
 * Somebody who is logged in and may add users adds one, who activates the account; ends with that one at a browser of
 * their own, not logged in. Their address and password are typed as `second` and `new`.
 */
export async function addSecond(bench: Bench, administrator: Person): Promise<Person> {
  const before = await countMails(administrator, ACTIVATE)
  await toUsers(administrator)
  await addNewcomer(administrator)
  const invitation = await linkIn(await nextMail(administrator, ACTIVATE, before), ACTIVATE)
  const second = await bench.beside(administrator)
  await second.opens(invitation)
  await choosePassword(second, goodPassword(bench))
  await second.sees('account-activated')
  return second
}
