import { fieldOf } from '../../../machines/model/perform.ts'
import type { Act } from '../../../machines/model/roles.ts'
import { offeredInRow } from '../../page/offered-in-row.ts'
import { rowsOfAddress, textOfRow } from '../../page/row.ts'
import { valueFor } from '../../session/known.ts'
import { fillAtTarget, namesAtTarget, whyAbsent } from '../../session/overrides.ts'
import type { Bench } from './bench.ts'
import { writtenIn } from './body.ts'
import { NotTestable, Unproven } from './outcome.ts'
import type { Person } from './person.ts'
import type { Sent } from './sent.ts'

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
  const { list } = administrator.role('administration')
  const email = other ?? (await newcomersEmail(administrator))
  await add(administrator, email, role)
  await administrator.reach(list)
  if (!(await rowOf(administrator, email).isVisible()))
    throw new Unproven(`${email} was added, and is not in the list.`)
  return email
}

/** Sends the form that adds users, from the list on. @param typed one address, or several */
export async function add(administrator: Person, typed: string, role?: string): Promise<void> {
  const { startAdding, add, ranks, emailField } = administrator.role('administration')
  await administrator.perform(startAdding)
  const {
    screen,
    fill: { [emailField.label]: _typed, ...chosen } = {},
    ...act
  } = add(role ?? ranks[0]?.label ?? '')
  await fillAtTarget(administrator.session, screen, emailField.label, typed)
  await administrator.perform({ screen, fill: chosen, ...act })
}

/** Neither the role that a product gives by itself, nor the most powerful. */
export function middleOf(bench: Bench): string {
  const { ranks } = bench.role('administration')
  return (ranks.at(1) ?? ranks[0])?.label ?? ''
}

/** The address of the person whom {@link addNewcomer} adds. */
export async function newcomersEmail({ session, bench }: Person): Promise<string> {
  const { add, emailField } = bench.role('administration')
  const { screen, fill = {} } = add('')
  const field = fieldOf(session.screen(screen), emailField.label)
  return valueFor(session, field, fill[emailField.label] ?? '')
}

/** The row of the list that shows an address. */
export const rowOf = ({ page }: Person, email: string) => rowsOfAddress(page, email).first()

/** How many rows of a table show an address, in whatever capitals. */
export const rowsWith = ({ page }: Person, email: string): Promise<number> =>
  page.getByRole('row').filter({ hasText: email }).count()

/** The roles of the product that the list shows someone to have. */
export async function rolesIn(administrator: Person, email: string): Promise<string[]> {
  const text = await textOfRow(rowOf(administrator, email))
  const { ranks } = administrator.role('administration')
  return ranks.flatMap(({ label }) => (text.includes(label) ? [label] : []))
}

/** Invites someone again: by what is in their row or, where nothing is, by what the page has once. */
export async function inviteAgain(administrator: Person, email: string): Promise<void> {
  const { resend } = administrator.role('administration')
  await pressInRow(administrator, email, resend).catch((error: unknown) => {
    if (!(error instanceof NotTestable)) throw error
    return administrator.perform(resend)
  })
}

/** The request that added someone, with another address in place of theirs. */
export function withAddress(sent: Sent, added: string, other: string): Sent {
  const written = writtenIn(sent.body)
  return { ...sent, body: sent.body.replaceAll(written(added), written(other)).replaceAll(added, other) }
}

/** Presses what an act presses, in someone's row or in its menu. @throws NotTestable where it is not there */
export async function pressInRow(person: Person, email: string, { screen, press = '' }: Act): Promise<void> {
  const row = rowOf(person, email)
  for (const name of namesAtTarget(person.session, screen, [press])) {
    const control = await offeredInRow(row, name)
    if (!control) continue
    await control.click({ timeout: person.patience })
    return person.settle()
  }
  throw new NotTestable(`The row of a user has no “${press}”.`)
}
