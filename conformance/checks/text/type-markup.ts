import { fieldOf } from '../../../machines/model/perform.ts'
import type { Act } from '../../../machines/model/roles.ts'
import type { Field } from '../../../machines/model/screen.ts'
import { isSecret } from '../../../machines/model/screen.ts'
import { fillWith } from '../bench/fill-with.ts'
import type { Person } from '../bench/person.ts'
import { lastSent } from '../bench/sent.ts'
import { markedUp } from './markup.ts'

/** Whether a page may show again what is typed into a field: no choice, and nothing secret. */
export const holdsText = (field: Field): boolean => !field.options && !isSecret(field)

/** Labels of the fields of an act whose text may be shown again. */
export const textFieldsOf = ({ session }: Person, { screen, fill = {} }: Act): string[] =>
  Object.keys(fill).filter((label) => holdsText(fieldOf(session.screen(screen), label)))

/** Fills in what an act says, with markup in some of its fields. @param marked labels; default: every field for text */
export const fillMarkup = (
  person: Person,
  act: Act,
  marked = textFieldsOf(person, act),
  as: (text: string) => string = markedUp,
) => fillWith(person, act, marked, as)

/** Presses what an act says; see {@link sendsBy}. */
export const sends = (person: Person, { screen, press, at = 'screen' }: Act): Promise<boolean> =>
  sendsBy(person, () => person.perform({ screen, at, ...(press !== undefined && { press }) }))

/** Sends a form; if the browser refuses what was typed, once more without its validation. Answers whether the page sends anything. */
export async function sendsBy(person: Person, send: () => Promise<void>): Promise<boolean> {
  const isSent = async () => {
    const sent = await lastSent(person, async () => {
      await send()
      await person.settle()
    })
    return sent !== undefined
  }
  return (await isSent()) || ((await stopValidation(person)) && (await isSent()))
}

/** What a browser refuses, anybody can send who changes the page. Answers whether there was something that it refused. */
const stopValidation = ({ page }: Person): Promise<boolean> =>
  page.evaluate(() => {
    const refused = [...document.forms].filter((form) => !form.noValidate && !form.checkValidity())
    for (const form of refused) form.noValidate = true
    return refused.length > 0
  })

/** Performs an act with markup in its fields for text. Answers whether the page sends that. */
export async function typeMarkup(
  person: Person,
  act: Act,
  as: (text: string) => string = markedUp,
): Promise<boolean> {
  await fillMarkup(person, act, undefined, as)
  return sends(person, act)
}
