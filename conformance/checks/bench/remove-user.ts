import { offeredInRow } from '../../page/offered-in-row.ts'
import { callOwn } from '../../session/own-function.ts'
import { use } from '../../session/unusable.ts'
import { rowOf } from './administration.ts'
import { confirmed, pressAllConfirmed } from './confirm.ts'
import type { Person } from './person.ts'

/** What the list of users says of one; `undefined` where they are not in it. */
export async function listed(administrator: Person, email: string): Promise<string | undefined> {
  const row = rowOf(administrator, email)
  return (await row.isVisible()) ? row.innerText() : undefined
}

/** Removes a user, from the list of users on, as `pages.removeUser` of the profile says. */
export async function removeUser(administrator: Person, email: string): Promise<void> {
  const { page, patience, bench } = administrator
  const way = bench.pages('removeUser')
  if (typeof way === 'function') return callOwn('pages.removeUser', page, () => way(page, { email }))
  const row = rowOf(administrator, email)
  const [first = '', ...rest] = way
  const control = await offeredInRow(row, first)
  if (!control) {
    await use(row, 'the row of the user', () => row.getByRole('link').first().click({ timeout: patience }))
    return pressAllConfirmed(administrator, way)
  }
  const pressed = async () => {
    await use(control, `“${first}”`, () => control.click({ timeout: patience }))
    await administrator.settle()
  }
  await (rest.length > 0 ? pressed() : confirmed(administrator, first, pressed))
  await pressAllConfirmed(administrator, rest)
}
