import { Jar } from './jar.ts'
import { toProtectedPage } from './journeys.ts'
import { whatNames } from './names-person.ts'
import type { Person } from './person.ts'
import { readingsOf } from './readings.ts'
import type { Sent } from './sent.ts'

/** Someone who is logged in, and what tells so. */
export interface Inside {
  person: Person
  /** With their cookies and tokens; to be closed. */
  jar: Jar
  /** What is answered with their address. */
  asks: Sent[]
}

/** Logs in, as {@link toProtectedPage} does, and finds what names the person. Roles: login, session; uses codes. */
export async function inside(person: Person): Promise<Inside> {
  const reads = readingsOf(person)
  await toProtectedPage(person)
  const jar = await Jar.of(person)
  return { person, jar, asks: await whatNames(person, jar, reads()) }
}
