import type { Bench } from '../bench/bench.ts'
import { partAt, placeOfToken } from '../bench/link-token.ts'
import { anotherComes, countMails, mailedLink } from '../bench/mailed-link.ts'
import { askForReset, goodPassword, toForgotten } from '../bench/mailed-passwords.ts'
import { heldForm, sentLink, setPassword } from '../bench/new-password.ts'
import type { Person } from '../bench/person.ts'
import { BETWEEN_MAILS } from '../bench/sent-again.ts'
import { type Moment, since } from './made-of-known.ts'

/** How many resets one account asks for. */
const IN_A_ROW = 3

export interface ResetTokens {
  /** Different ones of one account, and those of all others. */
  tokens: string[]
  /** The one that was sent last, and to whom. */
  last: { token: string; email: string; moments: Moment[] }
}

/**
 * The tokens of several resets: of one account in a row, then of the next, until there are enough of them, or there were as many
 * accounts. A product may mail an account the same one again, or none so soon. Roles: reset, login.
 */
export async function resetTokens(bench: Bench, enough: number): Promise<ResetTokens> {
  const { openLink, passwordForm } = bench.role('reset')
  const links = new Map<string, Set<string>>()
  const all = () => [...links.values()].flatMap((own) => [...own])
  for (let accounts = 1; ; accounts++) {
    const began = Date.now()
    const person = await sentLink(bench, 'reset')
    const { email } = person.account
    const row = await linksInARow(person, began)
    links.set(email, new Set([...(links.get(email) ?? []), ...row.links]))
    if (accounts < enough && all().length < enough) continue
    await person.perform(openLink)
    await person.reach(passwordForm)
    const { known } = await heldForm(person, () => setPassword(person, goodPassword(bench), 'reset'))
    const last = row.links.at(-1) ?? ''
    const place = placeOfToken(last, known)
    return {
      tokens: all().map((link) => partAt(link, place)),
      last: { token: partAt(last, place), email, moments: row.moments },
    }
  }
}

/** @param began when what sent the first one began, in milliseconds since 1970 */
async function linksInARow(person: Person, began: number) {
  const { openLink } = person.role('reset')
  const links = [await mailedLink(person, openLink)]
  let moments = await since(began, person)
  while (links.length < IN_A_ROW) {
    const before = await countMails(person, openLink)
    await person.wait(BETWEEN_MAILS)
    await toForgotten(person)
    const again = Date.now()
    await askForReset(person)
    if (!(await anotherComes(person, openLink, before))) break
    links.push(await mailedLink(person, openLink))
    moments = await since(again, person)
  }
  return { links, moments }
}
