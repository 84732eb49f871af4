import { nearness } from '../../page/label.ts'
import { takeSnapshot } from '../../page/take-snapshot.ts'
import { pressConfirmed } from '../bench/confirm.ts'
import { NotTestable } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { asksForProof, giveProof, type Proof, proveAgain } from './prove-again.ts'

/** The pages where someone who is logged in changes their factors: `pages.methods` of the profile. */

export async function openFactors(person: Person): Promise<void> {
  const { at } = person.bench.pages('methods')
  await person.open(new URL(at, person.session.arranged.dashboard).href)
}

/** The same after a fresh proof, where the list itself asks for one. */
export async function openFactorsProven(person: Person, proof?: Proof): Promise<void> {
  const { confirm } = person.bench.pages('methods')
  await openFactors(person)
  if (!confirm || !(await person.canPress(confirm))) return
  await proveAgain(person, confirm, proof)
  await openFactors(person)
}

/** Begins to add a factor, from the list on, and gives the proof that is asked for. */
export async function pressAdding(person: Person): Promise<void> {
  const { add, confirm } = person.bench.pages('methods')
  await person.pressLabel(add)
  if (await asksForProof(person)) return giveProof(person)
  if (!confirm || !(await person.canPress(confirm))) return
  await proveAgain(person, confirm)
  await openFactors(person)
  await person.pressLabel(add)
}

/** The screens on which a factor can be added: the choice of a method, where that is not the list itself, and those that set one up. */
export async function enrolmentsFrom(person: Person): Promise<string[]> {
  const { methods, enrolment } = person.role('codes')
  const registration = person.bench.optionalRole('keys')?.registration
  const isList = await person.isAt(methods, 0)
  return [...(isList ? [] : [methods]), enrolment, ...(registration ? [registration] : [])]
}

/** What is pressed to remove a factor, the first first. @throws NotTestable where the profile does not say it */
export function removalOf({ bench }: Person): readonly [string, ...string[]] {
  const { remove } = bench.pages('methods')
  const [first, ...others] = remove ?? []
  if (first !== undefined) return [first, ...others]
  throw new NotTestable('The profile does not say how a factor is removed (pages.methods.remove).')
}

/** How many factors the page offers to remove. */
export async function removable(person: Person): Promise<number> {
  const [first] = removalOf(person)
  return offered(person, first)
}

/** How many buttons and links the page has of that name. */
async function offered({ page }: Person, label: string): Promise<number> {
  const { buttons, links } = await takeSnapshot(page)
  return [...buttons, ...links].filter((name) => nearness(label, name)).length
}

/** Presses what removes a factor, and gives no proof. Ends where one is asked for. */
export async function pressRemoval(person: Person): Promise<void> {
  for (const label of removalOf(person)) {
    await pressRemover(person, label)
    if (await asksForProof(person)) return
  }
}

/** Removes a factor, and gives the proof that is asked for on the way. */
export async function removeFactor(person: Person): Promise<void> {
  for (const label of removalOf(person)) {
    const before = await offered(person, label)
    await pressRemover(person, label)
    if (!(await asksForProof(person))) continue
    await giveProof(person)
    // Some products forget what was pressed before the proof.
    if ((await offered(person, label)) === before) await pressRemover(person, label)
  }
}

/** One of what removes a factor. What the last one asks is confirmed; what others ask, the profile answers with the next. */
export async function pressRemover(person: Person, label: string): Promise<void> {
  if (label === removalOf(person).at(-1)) await pressConfirmed(person, label)
  else await person.pressLabel(label)
}
