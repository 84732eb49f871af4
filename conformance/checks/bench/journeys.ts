import { activateAccount } from '../../../machines/first-login/activate-account.ts'
import { logIn } from '../../../machines/first-login/log-in.ts'
import { whyAbsent } from '../../session/overrides.ts'
import type { Bench } from './bench.ts'
import { ACTIVATE, RESET } from './mailed-link.ts'
import { Unproven } from './outcome.ts'
import { isIn, type Person } from './person.ts'

/** The ways to where a check begins. Each ends on the screen that its name says, or throws Unproven. */

export async function toEmail(person: Person) {
  await person.opens(person.session.arranged.url)
  await person.does('login-page', { press: 'Log In' })
  await person.sees('email-address')
}

/** Why the address is not sent before the password is, as it is where one form asks for both; `undefined` where it is. */
export const whyInOneForm = (bench: Bench): string | undefined =>
  whyAbsent(bench, 'email-address', 'Continue')

/** @param email symbol of drivers/values.ts */
export async function toPassword(person: Person, email = 'registered') {
  await toEmail(person)
  await person.does('email-address', { fill: { 'Email address': email }, press: 'Continue' })
  await person.sees('enter-your-password')
}

/** Enters a password on its screen: `right`, `wrong`, or `new`, the one that was chosen last. */
export const enterPassword = (person: Person, password = 'right') =>
  person.does('enter-your-password', { fill: { Password: password }, press: 'Continue' })

/** Whoever has entered the right password is asked for a second factor, or for the choice of one, or is in. */
export async function isPastPassword(person: Person): Promise<boolean> {
  const until = Date.now() + person.patience
  for (;;) {
    for (const screen of ['verify-your-identity', 'keep-your-account-safe', 'dashboard'] as const)
      if (await person.isAt(screen, 0)) return true
    if (Date.now() > until) return false
  }
}

/**
 * Whoever has entered a wrong password is still asked for it, and for nothing else: where one form asks for everything, the field for
 * the code stands beside that for the password.
 */
export const isHeldAtPassword = async (person: Person): Promise<boolean> =>
  (await person.isAt('enter-your-password')) && !(await person.isAt('verify-your-identity', 0))

export const enterCode = (person: Person, code = 'right') =>
  person.does('verify-your-identity', { fill: { 'Enter one time code': code }, press: 'Continue' })

/** The account has an authenticator app. */
export async function toCode(person: Person, password = 'right') {
  await toPassword(person)
  await enterPassword(person, password)
  await person.sees('verify-your-identity')
}

/** The account has an authenticator app; ends at the dashboard. */
export async function toDashboard(person: Person, password = 'right') {
  await toCode(person, password)
  await enterCode(person)
  await arrives(person)
}

/** Logs out, and waits until the way in is shown: a page may be put up by script before it asks for the session's end. */
export async function logOut(person: Person) {
  await person.does('dashboard', { press: 'Log out' })
  await person.isAt('login-page')
}

/** The account has no second factor yet. */
export async function toMethod(person: Person, password = 'right', email = 'registered') {
  await toPassword(person, email)
  await enterPassword(person, password)
  await person.sees('keep-your-account-safe')
}

export async function toAppEnrolment(person: Person, password = 'right', email = 'registered') {
  await toMethod(person, password, email)
  await person.does('keep-your-account-safe', { press: 'Google Authenticator or Similar' })
  await person.sees('secure-your-account')
}

export const enterFirstCode = (person: Person, code = 'right') =>
  person.does('secure-your-account', { fill: { 'Enter one time code': code }, press: 'Continue' })

export async function arrives(person: Person) {
  await person.sees('dashboard')
  if (!isIn(await person.signedIn())) throw new Unproven('The dashboard is shown, but nobody is signed in.')
}

/** An invited person at the form for the first password. */
export async function toFirstPassword(person: Person) {
  await person.does('invitation-mail', { at: 'mail', press: ACTIVATE })
  await person.sees('change-your-password')
}

export async function toForgotten(person: Person) {
  await toPassword(person)
  await person.does('enter-your-password', { press: 'Forgot password' })
  await person.sees('forgot-your-password')
}

/** Asks for the mail that resets the password. */
export const askForReset = (person: Person, email = 'registered') =>
  person.does('forgot-your-password', { fill: { 'Email address': email }, press: 'Continue' })

export async function toReset(person: Person) {
  await toForgotten(person)
  await askForReset(person)
  await person.does('reset-mail', { at: 'mail', press: RESET })
  await person.sees('change-your-password')
}

/** Types a password into both fields, and sends it off. */
export async function choosePassword(person: Person, password: string) {
  person.session.choosePassword(password)
  await person.does('change-your-password', {
    fill: { 'New password': 'chosen', 'Re-enter new password': 'same' },
    press: 'Reset Password',
  })
}

/** Somebody who was invited a moment ago, at the form for the first password. */
export async function newcomer(bench: Bench): Promise<Person> {
  const person = await bench.person(activateAccount, 'invited')
  await toFirstPassword(person)
  return person
}

/** Somebody with a password and an authenticator app, who is not logged in. */
export const holder = (bench: Bench) => bench.person(logIn, 'authenticator-app')

/** A password that the deployment takes. */
export const goodPassword = ({ target }: Bench) => target.passwords?.strong ?? 'violet harbour 27 lanterns'

/** Another one. */
export const otherPassword = (bench: Bench) => `${goodPassword(bench)} 42`
