import { forgetAll } from '../../session/new-device.ts'
import { overridesFor, whyAbsent } from '../../session/overrides.ts'
import { isIn } from '../../session/signed-in.ts'
import type { Bench } from './bench.ts'
import { confirmed } from './confirm.ts'
import { NotTestable, Unproven } from './outcome.ts'
import type { Person } from './person.ts'

/** The ways to where a check begins. Each ends on the screen that its name says, or throws Unproven. */

/** Someone with a password and an authenticator app, not logged in. */
export const holder = (bench: Bench): Promise<Person> => bench.person(bench.role('codes').holder)

/** Someone with a password and no second factor yet, not logged in. */
export const member = (bench: Bench): Promise<Person> => bench.person(bench.role('login').withoutFactor)

/**
 * Someone with an account, not logged in: with an authenticator app where people here have one, else with a password alone.
 * Roles: login; uses codes.
 */
export const account = (bench: Bench): Promise<Person> => (hasApp(bench) ? holder(bench) : member(bench))

/** Why nobody enrols an authenticator app, although codes are asked for; `undefined` where people have one. */
export const whyNoApp = ({ target }: Pick<Bench, 'target'>): string | undefined =>
  target.mailedCode && `The codes of ${target.name} come by mail: nobody has an app.`

/** @throws NotTestable where codes come by mail */
export function requireApp(bench: Bench): void {
  const why = whyNoApp(bench)
  if (why !== undefined) throw new NotTestable(why)
}

/** Whether an {@link account} has an authenticator app. */
export function hasApp(bench: Bench): boolean {
  const codes = bench.optionalRole('codes')
  if (!codes || !bench.target.capabilities.includes('authenticator-app')) return false
  return bench.canArrange(codes.holder)
}

export async function toEmail(person: Person) {
  const { start, emailForm } = person.role('login')
  await person.open(person.session.arranged.url)
  if (await isInByNewPassword(person)) {
    await forgetAll(person.session)
    await person.open(person.session.arranged.url)
  }
  await person.perform(start)
  await person.reach(emailForm)
}

/**
 * Whether someone is logged in at a product that logs people in when they have chosen a password, as the profile says. They begin the
 * login as in a browser of their own: they would be led past its form.
 */
async function isInByNewPassword(person: Person): Promise<boolean> {
  const { bench, session } = person
  const done = [bench.optionalRole('activation')?.done, bench.optionalRole('reset')?.done]
  const isSaid = done.some((screen) => screen && overridesFor(session, screen).signedIn !== undefined)
  return isSaid && isIn(await person.signedIn())
}

/** @param symbol `registered`, `second` or `unknown` */
export const enterEmail = (person: Person, symbol = 'registered') =>
  person.perform(person.role('login').enterEmail(symbol))

/** Why the address is not sent before the password is, as it is where one form asks for both; `undefined` where it is. */
export function whyInOneForm(bench: Bench): string | undefined {
  const { screen, press } = bench.role('login').enterEmail('registered')
  return press === undefined ? undefined : whyAbsent(bench, screen, press)
}

export async function toPassword(person: Person, email = 'registered') {
  await toEmail(person)
  await enterEmail(person, email)
  await person.reach(person.role('login').passwordForm)
}

/** Enters a password on its form: `right`, `wrong`, or `new`, the one that was chosen last. */
export const enterPassword = (person: Person, password = 'right') =>
  person.perform(person.role('login').enterPassword(password))

/** Screens that come after the right password: a second factor, the choice of one, or the protected page. */
export function screensPastPassword({ bench }: Person): string[] {
  const codes = bench.optionalRole('codes')
  return [
    codes?.codeForm,
    codes?.methods,
    bench.optionalRole('keys')?.prompt,
    bench.optionalRole('session')?.protectedPage,
  ].filter((screen) => screen !== undefined)
}

/** Whether the password was accepted. */
export const isPastPassword = async (person: Person): Promise<boolean> =>
  (await person.isAtOneOf(screensPastPassword(person))) !== undefined

/**
 * Whether the password was not accepted: the form still asks for it, or the person is at a page that says why, and nothing of what
 * comes after it is there. If one form asks for everything, the field for the code appears next to the field for the password.
 */
export async function isHeldAtPassword(person: Person): Promise<boolean> {
  const { passwordForm } = person.role('login')
  const at = await person.isAtOneOf([...screensPastPassword(person), passwordForm])
  return at === undefined || at === passwordForm
}

export const enterCode = (person: Person, code = 'right') =>
  person.perform(person.role('codes').enterCode(code))

/** For someone with an authenticator app. */
export async function toCode(person: Person, password = 'right') {
  await toPassword(person)
  await enterPassword(person, password)
  await person.reach(person.role('codes').codeForm)
}

/**
 * Logs in: by password and, where it is asked for, by the code of the app. Roles: login, session; uses codes.
 * @throws NotTestable where a second factor is demanded that the person does not have
 */
export async function toProtectedPage(person: Person, password = 'right') {
  await toPassword(person)
  await enterPassword(person, password)
  if (await isAskedForCode(person)) await passCode(person)
  await arrive(person)
}

/**
 * Enters the code on the way to something else. A product may take no code for a while after it took one: people wait for the next one
 * then. Role: session.
 */
export async function passCode(person: Person) {
  const { codeForm } = person.role('codes')
  const refused = await person.errorAfter(
    () => enterCode(person),
    () => isAtProtectedPage(person, 0),
  )
  if (refused === undefined || isIn(await person.signedIn()) || !(await person.isAt(codeForm, 0))) return
  person.session.notes.add(`right after another code, the right one is refused: “${refused}”`)
  await enterCode(person)
}

/**
 * Whether a code is asked for after the right password; waits for that, or for the protected page. Role: session; uses codes.
 * @throws NotTestable where a second factor is demanded that the person does not have
 */
export async function isAskedForCode(person: Person): Promise<boolean> {
  const { protectedPage } = person.role('session')
  const codes = person.bench.optionalRole('codes')
  if (!codes || overridesFor(person.session, codes.codeForm).absent !== undefined) return false
  const at = await person.isAtOneOf([codes.codeForm, protectedPage, codes.methods])
  if (at === codes.methods && !isIn(await person.signedIn()))
    throw new NotTestable('A login demands a second factor, and nobody who has one can be arranged here.')
  return at === codes.codeForm
}

/** Why people are logged in before they choose a second factor, as the profile says it; `undefined` where they are not. */
export const whyInWithoutFactor = (bench: Bench): string | undefined =>
  overridesFor(bench, bench.role('codes').methods).signedIn

/** For someone without a second factor. */
export async function toMethods(person: Person, password = 'right', email = 'registered') {
  await toPassword(person, email)
  await enterPassword(person, password)
  await person.reach(person.role('codes').methods)
}

export async function toAppEnrolment(person: Person, password = 'right', email = 'registered') {
  await toMethods(person, password, email)
  await chooseApp(person)
}

/** At the choice of a method. */
async function chooseApp(person: Person) {
  const { chooseApp, enrolment } = person.role('codes')
  await person.perform(chooseApp)
  await person.reach(enrolment)
}

export const enterFirstCode = (person: Person, code = 'right') =>
  person.perform(person.role('codes').enterFirstCode(code))

/**
 * Logs in someone who has a password and no second factor, and enrols an app where the first login demands one. Roles: login,
 * session; uses codes.
 */
export async function logInForTheFirstTime(
  person: Person,
  { email = 'registered', password = 'right' }: { email?: string; password?: string },
) {
  await toPassword(person, email)
  await enterPassword(person, password)
  const codes = person.bench.optionalRole('codes')
  const { protectedPage } = person.role('session')
  if (whyNoApp(person.bench) && (await isAskedForCode(person))) await passCode(person)
  else if (codes && overridesFor(person.session, codes.methods).absent === undefined) {
    const at = await person.isAtOneOf([codes.methods, protectedPage])
    if (at === codes.methods && !isIn(await person.signedIn())) {
      await chooseApp(person)
      await enterFirstCode(person)
    }
  }
  await arrive(person)
}

/** Waits until the person is logged in. */
export async function arrive(person: Person) {
  await person.reach(person.role('session').protectedPage)
  if (!isIn(await person.signedIn()))
    throw new Unproven('The protected page is shown, but no one is logged in.')
}

export const isAtProtectedPage = (person: Person, patience?: number): Promise<boolean> =>
  person.isAt(person.role('session').protectedPage, patience)

/** Whether the protected page opens after a login, which may have led back to the page that was asked for last. */
export async function isInside(person: Person): Promise<boolean> {
  if (await isAtProtectedPage(person)) return true
  await person.open(person.session.arranged.dashboard)
  return isAtProtectedPage(person)
}

/** Whether the login asks for a code after the right password. Roles: login, codes, session. */
export async function asksForCode(person: Person, password = 'right'): Promise<boolean> {
  await toPassword(person)
  await enterPassword(person, password)
  return isAskedForCode(person)
}

/** Logs out, and waits for the entrance: a page put up by script may be shown before it asks for the session's end. */
export async function logOut(person: Person) {
  const { logOut, entrance } = person.role('session')
  await confirmed(person, logOut.press ?? '', async () => {
    await person.perform(logOut)
    await person.settle()
  })
  await person.isAt(entrance)
}
