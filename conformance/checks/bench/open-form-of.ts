import { offeredInRow } from '../../page/offered-in-row.ts'
import { use } from '../../session/unusable.ts'
import { rowOf } from './administration.ts'
import { Unproven } from './outcome.ts'
import type { Person } from './person.ts'

/** Opens the form of a user, from the list on: by that name in their row or its menu, else by the link that the row has. */
export async function openFormOf(
  administrator: Person,
  email: string,
  open: string | undefined,
): Promise<void> {
  const row = rowOf(administrator, email)
  const control = open === undefined ? row.getByRole('link').first() : await offeredInRow(row, open)
  if (!control) throw new Unproven(`The row of a user has no “${open}”, which the profile names.`)
  const { patience } = administrator
  await use(row, 'the row of the user', () => control.click({ timeout: patience }))
  await administrator.settle()
}
