import { enterPassword, isAtProtectedPage, logOut, passCode, toPassword } from './journeys.ts'
import type { Person } from './person.ts'

/** Someone who is logged in logs out, wherever they are. Role: session. */
export async function leave(person: Person) {
  await person.open(person.session.arranged.dashboard)
  await person.reach(person.role('session').protectedPage)
  await logOut(person)
}

/**
 * Someone who is logged in logs out, and in again with their password and, where it is asked for, the code of their app. Answers
 * whether they are in. Roles: session, login; codes where the pack has them.
 */
export async function logInAgain(person: Person): Promise<boolean> {
  const { protectedPage } = person.role('session')
  await leave(person)
  await toPassword(person)
  await enterPassword(person)
  const codeForm = person.bench.optionalRole('codes')?.codeForm
  const at = await person.isAtOneOf(codeForm ? [protectedPage, codeForm] : [protectedPage])
  if (at !== undefined && at === codeForm) await passCode(person)
  return at !== undefined && isAtProtectedPage(person)
}
