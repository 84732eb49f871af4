import { nearest } from '../../page/label.ts'
import { confirmed } from '../bench/confirm.ts'
import { NotTestable } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { pressRemover, removalOf } from './factor-pages.ts'
import { asksForProof, giveProof } from './prove-again.ts'

/**
 * Removes the factor of that name: what removes it is in its row, or in the smallest part of the page that has both.
 * @throws NotTestable where nothing beside the name removes it
 */
export async function removeNamed(person: Person, name: string): Promise<void> {
  const [first, ...others] = removalOf(person)
  const { page } = person
  const parts = page.locator(':is(tr, li, [role=row], [role=listitem], article, section, form, div)')
  const row = parts
    .filter({ hasText: name })
    .filter({ has: page.getByRole('button') })
    .last()
  const names = (await row.getByRole('button').allInnerTexts()).map((text) => text.trim())
  const label = nearest(first, names)?.name
  if (label === undefined) throw new NotTestable(`Beside the name of a factor there is no “${first}”.`)
  const press = async () => {
    await row.getByRole('button', { name: label, exact: true }).first().click({ timeout: person.patience })
    await person.settle()
  }
  await (others.length > 0 ? press() : confirmed(person, label, press))
  if (await asksForProof(person)) await giveProof(person)
  for (const next of others) {
    await pressRemover(person, next)
    if (await asksForProof(person)) await giveProof(person)
  }
}
