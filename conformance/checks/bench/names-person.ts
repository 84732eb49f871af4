import { parse } from 'node-html-parser'
import type { Answer, Jar } from './jar.ts'
import type { Person } from './person.ts'
import { pagesOf } from './readings.ts'
import type { Sent } from './sent.ts'

/** Whether an answer lets somebody in and names a person, by their address. */
export function namesPerson({ status, body }: Answer, email: string): boolean {
  const wanted = email.toLowerCase()
  const isIn = (text: string) => text.toLowerCase().includes(wanted)
  return status < 300 && (isIn(body) || (body.includes('<') && isIn(parse(body).text)))
}

/** Whether it names another person in place of one's own: a list of everybody names others, too. */
export const namesAnother = (answer: Answer, own: string, other: string): boolean =>
  namesPerson(answer, other) && !namesPerson(answer, own)

/**
 * What answers somebody who is logged in with their address.
 * @param read what the scripts of their pages have read
 */
export async function whatNames(person: Person, jar: Jar, read: readonly Sent[]): Promise<Sent[]> {
  const { email } = person.account
  const asks: Sent[] = []
  for (const ask of [...(await pagesOf(person)), ...read]) {
    // A page repeats what its address says.
    const isSaid = decodeURIComponent(ask.url).includes(email)
    if (!isSaid && namesPerson(await jar.read(ask), email)) asks.push(ask)
  }
  return asks
}
