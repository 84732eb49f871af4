import type { Bench } from '../bench/bench.ts'
import { account, toProtectedPage } from '../bench/journeys.ts'
import { mailedLink, nextMail } from '../bench/mailed-link.ts'
import { askForReset, chooseNewPassword, toForgotten } from '../bench/mailed-passwords.ts'
import type { Person } from '../bench/person.ts'
import { secondAccount } from '../bench/second-account.ts'

/** A form that opens is there at once. */
const AT_ONCE = 500

/** Two accounts in one session: one has opened its reset link, and what its form sends is held back. */
export async function heldReset(bench: Bench) {
  const { openLink, passwordForm } = bench.role('reset')
  const owner = await account(bench)
  await toProtectedPage(owner)
  const second = await secondAccount(bench, owner)
  const person = await forgetful(await bench.elsewhere(owner))
  const link = await mailedLink(person, openLink)
  await person.open(link)
  await person.reach(passwordForm)
  return { person, second, link, sent: await person.interceptRequest(() => chooseNewPassword(person)) }
}

export type HeldReset = Awaited<ReturnType<typeof heldReset>>

/** Whether the link still sets a password. */
export async function setsPassword(person: Person, link: string): Promise<boolean> {
  const { passwordForm, done } = person.role('reset')
  await person.open(link)
  if (!(await person.isAt(passwordForm, AT_ONCE))) return false
  await chooseNewPassword(person)
  return person.isAt(done)
}

/**
 * Has a reset link mailed to someone.
 * @param email symbol of what the address is typed as
 * @param before how many such mails there are
 */
export async function forgetful(person: Person, email = 'registered', before = 0): Promise<Person> {
  await toForgotten(person)
  await askForReset(person, email)
  await nextMail(person, person.role('reset').openLink, before)
  return person
}
