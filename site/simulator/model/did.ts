import type { Did } from '../../../machines/model/observation.ts'
import { isSecret, type Screen, sameLabel } from '../../../machines/model/screen.ts'
import { symbolsOf, type Typed } from '../../../machines/model/values.ts'
import type { ReadForm } from './read-form.ts'
import type { Person } from './remember.ts'

/** A form as the model knows it: what was typed, by the labels of the pack. */
export interface Form {
  did: Extract<Did, { what: 'send' | 'type' }>
  typed: Typed
}

/** People type codes as the phone shows them: in two groups. */
const asTyped = (holds: string, value: string) =>
  holds === 'one-time-code' ? value.replace(/\s/g, '') : value

/**
 * What was done on a page, with the symbols that are true of each field. Fields that the model does not know are left out
 * and, as long as nothing is sent, those that still hold what they held at first.
 * @param chosen the new password that was typed last, on a screen before this one
 * @param as who does it, where that is not the holder of the account
 */
export async function formOn(
  { pack, values, knowing }: Person,
  screen: string,
  { press, typed: read, changed }: ReadForm,
  chosen: string,
  as?: string,
): Promise<Form> {
  const counts = (label: string) => press !== undefined || changed.some((one) => sameLabel(one, label))
  const filled = (pack.screens[screen]?.fields ?? []).flatMap((field) => {
    const [, value] = Object.entries(read).find(([label]) => sameLabel(label, field.label)) ?? []
    return value !== undefined && counts(field.label) ? [{ field, value: asTyped(field.holds, value) }] : []
  })
  const own = filled.find(({ field }) => field.holds === 'new-password')
  const known = knowing(own ? own.value : chosen, as)
  const fields = await Promise.all(
    filled.map(
      async ({ field, value }) => [field.label, await symbolsOf(values, field, value, known)] as const,
    ),
  )
  const what = press === undefined ? ({ what: 'type' } as const) : ({ what: 'send', press } as const)
  return {
    did: { ...what, screen, fields: Object.fromEntries(fields) },
    typed: Object.fromEntries(filled.map(({ field, value }) => [field.label, value])),
  }
}

/** What a screen still shows of what was typed there: all of it as long as the form is open, and no secret once it was refused. */
export const stillShown = ({ fields = [] }: Screen, typed: Typed, isOpen: boolean): Typed =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = typed[field.label]
      return value !== undefined && (isOpen || !isSecret(field)) ? [[field.label, value] as const] : []
    }),
  )
