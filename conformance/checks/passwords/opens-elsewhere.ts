import { enterPassword, isHeldAtPassword, toPassword } from '../bench/journeys.ts'
import type { Person } from '../bench/person.ts'

/** Whether a password opens the account, at another browser. */
export async function opensElsewhere(person: Person, password: string): Promise<boolean> {
  const other = await person.bench.elsewhere(person)
  await toPassword(other)
  other.session.choosePassword(password)
  const { passwordForm } = other.role('login')
  // The form is still there while an answer is under way: what is said, or another page, ends that.
  await other.errorAfter(
    () => enterPassword(other, 'new'),
    async () => !(await other.isAt(passwordForm, 0)),
  )
  const opened = !(await isHeldAtPassword(other))
  await other.session.context.close()
  return opened
}
