import { press } from '../../session/find.ts'
import { enterCode, enterPassword } from '../bench/journeys.ts'
import type { Person } from '../bench/person.ts'

/** Presses something that no flow leads to, by the words of the profile. */
export async function pressLabel(person: Person, label: string) {
  await press(person.page, label, person.patience)
  await person.settle()
}

/** Presses what asks for a fresh proof, and gives password and code. */
export async function proveAgain(person: Person, confirm: string) {
  await pressLabel(person, confirm)
  await person.reach(person.role('login').passwordForm)
  await enterPassword(person)
  await person.reach(person.role('codes').codeForm)
  await enterCode(person)
  await person.settle()
}
