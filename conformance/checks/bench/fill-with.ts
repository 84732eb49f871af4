import { fieldOf } from '../../../machines/model/perform.ts'
import type { Act } from '../../../machines/model/roles.ts'
import { valueFor } from '../../session/known.ts'
import { fillAtTarget } from '../../session/overrides.ts'
import type { Person } from './person.ts'

/**
 * Fills in what an act says, but changes the values of some fields. Presses nothing.
 * @param changed labels of the fields to change
 * @param change takes the value that the act would type
 */
export async function fillWith(
  person: Person,
  { screen, fill = {} }: Act,
  changed: readonly string[],
  change: (value: string) => string,
) {
  const { session } = person
  for (const [label, symbol] of Object.entries(fill)) {
    if (!changed.includes(label)) await person.perform({ screen, fill: { [label]: symbol } })
    else {
      const value = await valueFor(session, fieldOf(session.screen(screen), label), symbol)
      await fillAtTarget(session, screen, label, change(value))
    }
  }
}

/** Performs an act with another address than its own. @param write takes that address */
export async function performWithAddress(person: Person, act: Act, write: (email: string) => string) {
  const { fill = {}, ...press } = act
  await fillWith(person, act, Object.keys(fill), write)
  await person.perform(press)
}
