import { NotThere } from '../../session/find.ts'
import { isIn } from '../../session/signed-in.ts'
import { enterPassword, isPastPassword, toPassword } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'

/** An Administrator at another computer, past the password and not logged in; else why there is none. Uses login. */
export async function halfOfALogin(administrator: Person): Promise<Person | string> {
  const { bench } = administrator
  if (!bench.optionalRole('login')) return 'Nobody logs in by a password here.'
  const half = await bench.elsewhere(administrator)
  try {
    await toPassword(half)
    await enterPassword(half)
    if (!(await isPastPassword(half))) return 'The password of the Administrator leads no further.'
  } catch (error) {
    if (error instanceof Unproven || error instanceof NotThere) return error.message
    throw error
  }
  return isIn(await half.signedIn()) ? 'The password alone logs people in here.' : half
}
