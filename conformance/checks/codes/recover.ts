import { fill, press } from '../../session/find.ts'
import { callOwn } from '../../session/own-function.ts'
import { isAtProtectedPage, toCode } from '../bench/journeys.ts'
import type { Person } from '../bench/person.ts'

/** From the entrance to the form that takes a recovery code, with a code in it. @returns sends the form */
export async function fillRecovery(person: Person, code: string): Promise<() => Promise<void>> {
  await toCode(person)
  return fillRecoveryHere(person, code)
}

/** The same where the one-time code is asked for already. */
export async function fillRecoveryHere(person: Person, code: string): Promise<() => Promise<void>> {
  const { page, patience, bench } = person
  const { use, field, send } = bench.pages('recoveryCode')
  if (typeof use === 'function') await callOwn('pages.recoveryCode.use', page, () => use(page))
  else for (const label of use) await press(page, label, patience)
  await fill(page, field, code, patience)
  return async () => {
    await press(page, send, patience)
    await person.settle()
  }
}

/** From the entrance over the form that takes a recovery code. */
export async function recover(person: Person, code: string): Promise<void> {
  const send = await fillRecovery(person, code)
  await send()
}

/** Whether a recovery code opens the account. */
export async function recovers(person: Person, code: string): Promise<boolean> {
  await recover(person, code)
  return isAtProtectedPage(person)
}
