import { nearest } from '../../page/label.ts'
import { insteadContext } from '../../session/interludes.ts'
import { namesAtTarget } from '../../session/overrides.ts'
import { callOwn } from '../../session/own-function.ts'
import { enterCode, enterPassword } from '../bench/journeys.ts'
import { LEEWAY } from '../bench/leeway.ts'
import { NotTestable } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'

/** What somebody types who proves who they are: symbols of the password and of the code. */
export interface Proof {
  /** `new` is the one that was chosen last. */
  password?: 'right' | 'wrong' | 'new'
  code?: 'right' | 'wrong'
}

/** Presses what asks for a fresh proof, and gives password and code. */
export async function proveAgain(
  person: Person,
  confirm: string,
  { password = 'right', code = 'right' }: Proof = {},
) {
  await person.pressLabel(confirm)
  await person.reach(person.role('login').passwordForm)
  await enterPassword(person, password)
  const { codeForm } = person.role('codes')
  if (password !== 'wrong') await person.reach(codeForm)
  // After a wrong one the code is asked for where the password was not looked at.
  if (await person.isAt(codeForm)) await enterCode(person, code)
  await person.settle()
}

/**
 * Where a login counts as a proof for a while, lets that time pass, so that the person has proven nothing lately.
 * @throws NotTestable where the time of the deployment cannot be moved
 */
export async function outlastLogin(person: Person): Promise<void> {
  const { name, documented, capabilities } = person.bench.target
  if (documented?.proofFor === undefined) return
  if (!capabilities.includes('clock'))
    throw new NotTestable(
      `A login counts as a proof for ${documented.proofFor} s, and the time of ${name} cannot be moved.`,
    )
  await person.wait(documented.proofFor + LEEWAY)
}

/** Says what to do where a login of a moment ago was enough, and the profile does not know of that. */
export function adviseOnProof({ bench, session }: Person): void {
  if (bench.target.documented?.proofFor !== undefined) return
  session.notes.add(
    'no fresh proof was asked for right after a login: if a login counts as one for a while, say how long in `documented.proofFor`',
  )
}

const passwordField = ({ page }: Person) => page.locator('input[type=password]:visible')

/** Whether the page asks for one password. */
export const asksForPassword = async (person: Person): Promise<boolean> =>
  (await passwordField(person).count()) === 1

/** Whether the page asks who it is: for a password, or for a one-time code of a factor that is enrolled already. */
export const asksForProof = async (person: Person): Promise<boolean> =>
  (await asksForPassword(person)) || person.isAt(person.role('codes').codeForm, 0)

/** Gives the proof that a page asks for: password and code, on one page or one after the other, or what the profile does. */
export async function giveProof(
  person: Person,
  { password = 'right', code = 'right' }: Proof = {},
): Promise<void> {
  const prove = person.bench.target.pages?.methods?.prove
  const { page, session } = person
  if (prove) {
    // A mail with a code comes only where the page asks for one.
    const way = { ...insteadContext(session), code: session.mailed ? '' : await session.app.right() }
    await callOwn('pages.methods.prove', page, () => prove(page, way))
    return person.settle()
  }
  const field = passwordField(person)
  const isTogether = (await field.count()) === 1 && (await asksForCode(person))
  if (isTogether) {
    const { screen, fill = {} } = person.role('codes').enterCode(code)
    await person.perform({ screen, fill })
  }
  if ((await field.count()) === 1) {
    const { account, chosenPassword } = session
    const own = password === 'new' ? chosenPassword : account.password
    await field.fill(password === 'wrong' ? `${own}x` : own)
    await field.press('Enter')
    await person.settle()
  }
  // The page that sets an app up has a field for a code, too.
  const isThere = await person.isAt(person.role('codes').enrolment, 0)
  if (!isTogether && !isThere && (await asksForCode(person))) await enterCode(person, code)
  await person.settle()
}

/** Whether the page has a field for a one-time code, whatever its heading is. */
export async function asksForCode(person: Person): Promise<boolean> {
  const { boxes, unnamedCode, fields } = await person.snapshot()
  const { screen, fill = {} } = person.role('codes').enterCode('right')
  const labels = namesAtTarget(person.session, screen, Object.keys(fill))
  return boxes === true || unnamedCode === true || labels.some((label) => nearest(label, fields))
}
