import type { Act } from '../../../machines/model/roles.ts'
import { strongPassword } from '../../session/known.ts'
import { isIn } from '../../session/signed-in.ts'
import type { Bench } from './bench.ts'
import { toPassword } from './journeys.ts'
import type { Person } from './person.ts'

/** The ways to a new password by a mailed link: the first one, and one in place of a forgotten one. */

export async function toForgotten(person: Person) {
  const { start, emailForm } = person.role('reset')
  await toPassword(person)
  await person.perform(start)
  await person.reach(emailForm)
}

/** Asks for the mail that resets the password. */
export const askForReset = (person: Person, email = 'registered') =>
  person.perform(person.role('reset').ask(email))

export async function toReset(person: Person) {
  const { openLink, passwordForm } = person.role('reset')
  await toForgotten(person)
  await askForReset(person)
  await person.perform(openLink)
  await person.reach(passwordForm)
}

/** Types a password on the form for a new one, and sends it. @param act of the role whose form is open */
export async function choosePassword(person: Person, password: string, act: Act) {
  person.session.choosePassword(password)
  await person.perform(act)
}

export async function toFirstPassword(person: Person) {
  const { openLink, passwordForm } = person.role('activation')
  await person.perform(openLink)
  await person.reach(passwordForm)
}

export const chooseFirstPassword = (person: Person, password = goodPassword(person.bench)) =>
  choosePassword(person, password, person.role('activation').choosePassword)

export const chooseNewPassword = (person: Person, password = otherPassword(person.bench)) =>
  choosePassword(person, password, person.role('reset').choosePassword)

/** A password that the deployment takes, and that is no one’s who was arranged so far. */
export const goodPassword = ({ target, ownPasswords }: Bench) =>
  strongPassword(target.passwords, ownPasswords)

/** Another one. */
export const otherPassword = (bench: Bench) => `${goodPassword(bench)} 42`

/**
 * Where a reset ends: at its last screen, or in a session that it has opened itself.
 * @throws what `reach` throws where it ends at neither
 */
export async function endOfReset(person: Person): Promise<'done' | 'in'> {
  try {
    await person.reach(person.role('reset').done)
    return 'done'
  } catch (error) {
    if (!isIn(await person.signedIn())) throw error
    return 'in'
  }
}
