import { performWithAddress } from '../bench/fill-with.ts'
import { enterPassword, isPastPassword, toEmail } from '../bench/journeys.ts'
import type { Person } from '../bench/person.ts'

/** Whether someone’s password is accepted with their address in another writing. */
export async function opensWith(person: Person, write: (email: string) => string): Promise<boolean> {
  const { enterEmail, passwordForm } = person.role('login')
  await toEmail(person)
  await performWithAddress(person, enterEmail('registered'), write)
  if (!(await person.isAt(passwordForm))) return false
  await enterPassword(person)
  return isPastPassword(person)
}
