import type { Bench } from '../bench/bench.ts'
import { enterPassword, isHeldAtPassword, isPastPassword, toPassword } from '../bench/journeys.ts'
import { atNewPassword, setPassword } from '../bench/new-password.ts'
import type { Person } from '../bench/person.ts'
import { Rejections } from '../bench/rejections.ts'
import type { Tried } from './choose.ts'

/** Whether a password opens the account, typed at this computer. */
export async function opens(person: Person, password: string): Promise<boolean> {
  await toPassword(person)
  person.session.choosePassword(password)
  await enterPassword(person, 'new')
  return isPastPassword(person)
}

/** Judges that passwords which differ from the one of an account do not open it. The control is that one. */
export async function proveCompared(bench: Bench, person: Person, password: string, others: Tried[]) {
  const rejections = new Rejections(bench)
  for (const { claim, of, password } of others) {
    // At another computer each time: if the password logs in, nothing asks for one any more.
    const other = await bench.elsewhere(person)
    await toPassword(other)
    other.session.choosePassword(password)
    const error = await other.errorAfter(() => enterPassword(other, 'new'))
    const accepted = !(await isHeldAtPassword(other))
    rejections.prove({ claim, of, error, accepted, facts: await other.signedIn() })
  }
  await rejections.control({
    of: 'the password itself',
    works: () => opens(person, password),
    async afresh() {
      const other = await atNewPassword(bench)
      await setPassword(other, password)
      return opens(other, password)
    },
  })
}
