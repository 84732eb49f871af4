import { NotThere } from '../../session/find.ts'
import type { Bench } from '../bench/bench.ts'
import { account, toProtectedPage } from '../bench/journeys.ts'
import { countMails, mailedLink, nextMail } from '../bench/mailed-link.ts'
import { askForReset, chooseNewPassword, otherPassword, toForgotten } from '../bench/mailed-passwords.ts'
import { type Names, NOBODY, namesOfAccount } from '../bench/named-account.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { secondAccount } from '../bench/second-account.ts'

/** A form that opens is there at once. */
const AT_ONCE = 500

/** Two accounts in one session: one has opened its reset link, and what its form sends is held back. */
export async function heldReset(bench: Bench) {
  const owner = await account(bench)
  await toProtectedPage(owner)
  const second = await secondAccount(bench, owner)
  const person = await bench.elsewhere(owner)
  return { person, second, ...(await heldBack(person)) }
}

export type HeldReset = Awaited<ReturnType<typeof heldReset>>

/** Someone's reset link is mailed and opened, and what its form sends is held back. */
async function heldBack(person: Person, email?: string) {
  const { openLink, passwordForm } = person.role('reset')
  await forgetful(person, email, await countMails(person, openLink))
  const link = await mailedLink(person, openLink)
  await person.open(link)
  await person.reach(passwordForm)
  return { link, sent: await person.interceptRequest(() => chooseNewPassword(person)) }
}

/**
 * What names the second account in the form of its reset link: what two of its links have in common, and the first account's has not.
 * Nobody, where one of these mails does not come.
 */
export async function namesOfSecond(bench: Bench, { second, sent }: HeldReset): Promise<Names> {
  // Products limit how many mails one account or one sender gets.
  const held = async () =>
    heldBack(await bench.elsewhere(second.person), second.email).catch((error: unknown) => {
      if (error instanceof Unproven || error instanceof NotThere) return undefined
      throw error
    })
  const one = await held()
  const again = one && (await held())
  return again ? namesOfAccount(one.sent, again.sent, sent, [otherPassword(bench)]) : NOBODY
}

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
