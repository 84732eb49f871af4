import { fieldOf } from '../../../machines/model/perform.ts'
import type { Act } from '../../../machines/model/roles.ts'
import { valueFor } from '../../session/known.ts'
import { fillAtTarget, whyAbsent } from '../../session/overrides.ts'
import type { Bench } from './bench.ts'
import { NotTestable, Unproven } from './outcome.ts'
import type { Person } from './person.ts'

/** @throws NotTestable where the profile says that one of these acts has nothing to press */
export function needActs(bench: Pick<Bench, 'target'>, acts: readonly Act[]) {
  for (const { screen, press } of acts) {
    const why = press && whyAbsent(bench, screen, press)
    if (why) throw new NotTestable(`There is no “${press}” here: ${why}.`)
  }
}

/** From the protected page along these acts. @throws NotTestable */
export async function openFromProtectedPage(person: Person, acts: readonly Act[]) {
  needActs(person.bench, acts)
  await person.open(person.session.arranged.dashboard)
  for (const act of acts) await person.perform(act)
}

/** An Administrator who is logged in, at the list of users. @throws NotTestable */
export async function toUsers(administrator: Person) {
  const { open, list } = administrator.role('administration')
  await openFromProtectedPage(administrator, open)
  await administrator.reach(list)
}

/**
 * Adds someone new, from the list and back to it. Answers the address.
 * @param role default: the least powerful
 * @param other default: the address of the symbol `new`
 * @throws Unproven when the list shows no one new
 */
export async function addNewcomer(administrator: Person, role?: string, other?: string): Promise<string> {
  const { startAdding, add, ranks, list, emailField } = administrator.role('administration')
  await administrator.perform(startAdding)
  const email = other ?? (await newcomersEmail(administrator))
  const {
    screen,
    fill: { [emailField.label]: _typed, ...chosen } = {},
    ...act
  } = add(role ?? ranks[0]?.label ?? '')
  await fillAtTarget(administrator.session, screen, emailField.label, email)
  await administrator.perform({ screen, fill: chosen, ...act })
  await administrator.reach(list)
  if (!(await rowOf(administrator, email).isVisible()))
    throw new Unproven(`${email} was added, and is not in the list.`)
  return email
}

/** The address of the person whom {@link addNewcomer} adds. */
export async function newcomersEmail({ session, bench }: Person): Promise<string> {
  const { add, emailField } = bench.role('administration')
  const { screen, fill = {} } = add('')
  const field = fieldOf(session.screen(screen), emailField.label)
  return valueFor(session, field, fill[emailField.label] ?? '')
}

/** The row of the list that shows an address. */
export const rowOf = ({ page }: Person, email: string) =>
  page.getByRole('row').filter({ hasText: email }).first()
