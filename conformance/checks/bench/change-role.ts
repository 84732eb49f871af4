import { fill } from '../../session/find.ts'
import { callOwn } from '../../session/own-function.ts'
import { pressConfirmed } from './confirm.ts'
import { openFormOf } from './open-form-of.ts'
import type { Person } from './person.ts'

/** Gives a user another role, from the list of users on, as `pages.changeRole` of the profile says. */
export async function changeRole(administrator: Person, email: string, role: string): Promise<void> {
  const { page, patience, bench } = administrator
  const way = bench.pages('changeRole')
  if (typeof way === 'function') return callOwn('pages.changeRole', page, () => way(page, { email, role }))
  await openFormOf(administrator, email, way.open)
  await fill(page, way.field, role, patience)
  await pressConfirmed(administrator, way.save)
}
