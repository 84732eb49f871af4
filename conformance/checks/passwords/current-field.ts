import type { Locator } from '@playwright/test'
import { Unproven } from '../bench/outcome.ts'

/** What a field for the current password is called: `user[old_password]`, `passwordCurrent`, “Confirm current password”. */
const CURRENT = /(?:^|[^a-z])(?:current|old|existing|present)/i
const CURRENT_WITHIN = /[a-z](?:Current|Old|Existing)/

/**
 * The field for the current password among those of a form. The label says which, if one is given; else its `autocomplete`, as to a
 * password manager; else what it is called, or the order that forms have.
 * @throws Unproven where no field has the label
 */
export async function currentFieldOf(
  fields: Locator[],
  label: string | undefined,
): Promise<Locator | undefined> {
  const names = await Promise.all(fields.map(namesOf))
  if (label !== undefined) {
    const labelled = fields[names.findIndex((own) => own.includes(label))]
    if (labelled) return labelled
    throw new Unproven(`The form for a new password has no field “${label}” (pages.changePassword.current).`)
  }
  const kinds = await Promise.all(fields.map((field) => field.getAttribute('autocomplete')))
  const named = kinds.indexOf('current-password')
  if (named >= 0) return fields[named]
  const called = names.findIndex((own) => own.some((name) => CURRENT.test(name) || CURRENT_WITHIN.test(name)))
  if (called >= 0) return fields[called]
  return fields.length === 3 && !kinds.includes('new-password') ? fields[0] : undefined
}

/** The texts of its labels, and its names in the page. */
const namesOf = (field: Locator): Promise<string[]> =>
  field.evaluate((input: HTMLInputElement) =>
    [
      ...[...(input.labels ?? [])].map((label) => label.textContent),
      input.ariaLabel,
      input.placeholder,
      input.name,
      input.id,
    ].flatMap((name) => name?.trim() || []),
  )
