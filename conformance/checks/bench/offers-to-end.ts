import type { Person } from './person.ts'

/** What a page may say that offers to end the other sessions. */
const OFFER = /\b(?:other|all) (?:active )?(?:sessions|devices)\b|sign out everywhere|log out everywhere/i

/** Whether something on the page would end the other sessions of the account (ASVS 5.0 7.4.3). */
export async function offersToEndSessions(person: Person): Promise<boolean> {
  const { buttons, links, fields } = await person.snapshot()
  return [...buttons, ...links, ...fields].some((name) => OFFER.test(name))
}
