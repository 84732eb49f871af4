import type { Locator } from '@playwright/test'
import { noteTyped } from '../../page/typed.ts'
import type { OwnPages } from '../../targets/own-pages.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { currentFieldOf } from './current-field.ts'

/** Types the current password and the new one, and sends the form. */
export async function changePassword(
  person: Person,
  { current, fresh, button }: ChangeForm,
  typed: string,
  chosen: string,
) {
  for (const text of [typed, chosen]) noteTyped(person.page, text)
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

/** Opens the form. @throws Unproven where there is none, or it has no field of the label that the profile gives */
export async function openChangeForm(person: Person): Promise<ChangeForm> {
  const given = person.bench.pages('changePassword')
  const { at, open = [], current: label, save }: Described = typeof given === 'string' ? { at: given } : given
  await person.open(at)
  for (const one of open) await person.pressLabel(one)
  const form = person.page
    .locator('form')
    .filter({ has: person.page.locator(PASSWORD) })
    .first()
  // A page that a script draws may still be at it.
  await form
    .locator(PASSWORD)
    .first()
    .waitFor({ timeout: person.patience })
    .catch(() => undefined)
  const fields = await form.locator(PASSWORD).all()
  if (fields.length === 0) throw new Unproven('There is no form for a new password.')
  const current = await currentFieldOf(fields, label)
  return {
    ...(current && { current }),
    fresh: fields.filter((field) => field !== current),
    button:
      save === undefined
        ? form.locator('button[type=submit], input[type=submit], button:not([type])').first()
        : form.getByRole('button', { name: save }),
  }
}

type Described = Exclude<NonNullable<OwnPages['changePassword']>, string>

const PASSWORD = 'input[type=password]:visible'
