import { fill } from '../../session/find.ts'
import { callOwn } from '../../session/own-function.ts'
import { pressConfirmed } from './confirm.ts'
import { openFormOf } from './open-form-of.ts'
import type { Person } from './person.ts'

/**
 * Grants a user access until a day, from the list of users on, as `pages.temporaryAccess` of the profile says.
 * @param until the last day, such as `2027-03-31`
 */
export async function grantAccess(administrator: Person, email: string, until: string): Promise<void> {
  const { page, patience, bench } = administrator
  const way = bench.pages('temporaryAccess')
  if (typeof way === 'function')
    return callOwn('pages.temporaryAccess', page, () => way(page, { email, until }))
  await openFormOf(administrator, email, way.open)
  await fill(page, way.field, until, patience)
  await pressConfirmed(administrator, way.save)
}
