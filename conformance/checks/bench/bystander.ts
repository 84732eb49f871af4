import { withTag } from '../../../machines/model/values.ts'
import { addNewcomer, middleOf, newcomersEmail, rolesIn, rowOf, toUsers } from './administration.ts'
import type { Bench } from './bench.ts'
import { Unproven } from './outcome.ts'
import type { Person } from './person.ts'

/**
 * An Administrator adds a user whom nothing that follows is about.
 * @returns judges the claim `others`, as often as it is called: that user is in the list, with the role of before. Where nobody can
 * be added besides, the claim is unproven.
 */
export async function addBystander(bench: Bench, administrator: Person): Promise<() => Promise<void>> {
  const email = withTag(await newcomersEmail(administrator), 'bystander')
  try {
    await toUsers(administrator)
    await addNewcomer(administrator, middleOf(bench), email)
  } catch (error) {
    if (!(error instanceof Unproven)) throw error
    return async () => bench.unproven('others', error.message)
  }
  const before = await rolesOf(administrator, email)
  return async () => {
    const after = await rolesOf(administrator, email)
    const seen = after === undefined ? 'is in the list no longer' : `is “${after}” there, not “${before}”`
    bench.claim('others', after === before, `${email} ${seen}`)
  }
}

/** The role that the list shows; `undefined` where the user is not in it. */
async function rolesOf(administrator: Person, email: string): Promise<string | undefined> {
  await toUsers(administrator)
  const row = rowOf(administrator, email)
  const isThere = await row.waitFor({ timeout: administrator.patience }).then(
    () => true,
    () => false,
  )
  return isThere ? (await rolesIn(administrator, email)).join(', ') : undefined
}
