import { enterCode, enterEmail, enterPassword, toEmail } from '../bench/journeys.ts'
import type { Person } from '../bench/person.ts'

/** The same person at another computer, who types the same password. */
export async function atAnother(person: Person): Promise<Person> {
  const other = await person.bench.elsewhere(person)
  other.session.choosePassword(person.session.chosenPassword)
  return other
}

/** Goes as far as the deployment lets someone whose access was taken: to the protected page, or to what refuses them on the way. */
export async function logInAsFarAs(person: Person): Promise<void> {
  await toEmail(person)
  await enterEmail(person, 'second')
  if (!(await person.isAt(person.role('login').passwordForm))) return
  await enterPassword(person, 'new')
  const { protectedPage } = person.role('session')
  const codes = person.bench.optionalRole('codes')
  const at = await person.isAtOneOf([...(codes ? [codes.codeForm] : []), protectedPage])
  if (!codes || at !== codes.codeForm) return
  await enterCode(person)
  await person.isAt(protectedPage)
}
