import { whyAbsent } from '../../session/overrides.ts'
import { NotTestable, Unproven } from './outcome.ts'
import type { Person } from './person.ts'

/** @throws NotTestable where the profile says that there is no way to the list of users */
export function needUsers({ session }: Pick<Person, 'session'>) {
  for (const [id, label] of [
    ['dashboard', 'Configuration'],
    ['managed-organizations', 'Users'],
  ] as const) {
    const why = whyAbsent(session, id, label)
    if (why) throw new NotTestable(`Nobody can be added here, for there is no “${label}”: ${why}.`)
  }
}

/**
 * An Administrator, who is logged in, at the list of users.
 * @throws NotTestable
 */
export async function toUsers(administrator: Person) {
  needUsers(administrator)
  await administrator.opens(administrator.session.arranged.dashboard)
  await administrator.does('dashboard', { press: 'Configuration' })
  await administrator.does('managed-organizations', { press: 'Users' })
  await administrator.sees('users')
}

/**
 * Invites somebody new, from the list and back to it. Answers the address.
 * @throws Unproven when nobody new is in the list
 */
export async function addNewcomer(administrator: Person, role = 'Viewer'): Promise<string> {
  await administrator.does('users', { press: 'Add Users' })
  await administrator.does('add-users', {
    fill: { 'Email addresses': 'new', Role: role },
    press: 'Add',
  })
  await administrator.sees('users')
  const email = administrator.session.cast.note('colleague')
  const row = administrator.page.getByRole('row').filter({ hasText: email })
  if (!(await row.first().isVisible())) throw new Unproven(`${email} was added, and is not in the list.`)
  return email
}
