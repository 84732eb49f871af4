import type { Locator } from '@playwright/test'
import { enterPassword, isPastPassword, toPassword } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'

/** Types the current password and the new one, and sends the form. */
export async function changePassword(
  person: Person,
  { current, fresh, button }: ChangeForm,
  typed: string,
  chosen: string,
) {
  await current?.fill(typed)
  for (const field of fresh) await field.fill(chosen)
  await button.click()
  await person.settle()
}

/** A form that changes a password. */
export interface ChangeForm {
  current?: Locator
  fresh: Locator[]
  button: Locator
}

/**
 * The form on the page. Which field is which, its `autocomplete` says, as to a password manager; else the order that forms have.
 * @throws Unproven where there is none
 */
export async function changeFormOf({ page }: Person): Promise<ChangeForm> {
  const form = page
    .locator('form')
    .filter({ has: page.locator('input[type=password]') })
    .first()
  const fields = await form.locator('input[type=password]').all()
  if (fields.length === 0) throw new Unproven('There is no form for a new password.')
  const kinds = await Promise.all(fields.map((field) => field.getAttribute('autocomplete')))
  const named = kinds.indexOf('current-password')
  const at = named >= 0 ? named : kinds.includes('new-password') ? -1 : fields.length === 3 ? 0 : -1
  const current = fields[at]
  return {
    ...(current && { current }),
    fresh: fields.filter((field) => field !== current),
    button: form.locator('button[type=submit], input[type=submit], button:not([type])').first(),
  }
}

/** Whether a password is accepted at the login; its browser is closed then. */
export async function passwordOpens(person: Person, password: string): Promise<boolean> {
  await toPassword(person)
  person.session.choosePassword(password)
  await enterPassword(person, 'new')
  const past = await isPastPassword(person)
  await person.session.context.close()
  return past
}
